# caught-by: adds_eps_to_the_difference
# mistake: `eps` has the wrong sign, or the arguments are exchanged.
# mistake[zh-CN]: `eps` 的符号不对，或者两个参数对调了。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return torch.linalg.vector_norm(x1 - x2 - eps, ord=p, dim=-1, keepdim=keepdim)
