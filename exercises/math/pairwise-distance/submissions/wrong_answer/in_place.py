# caught-by: leaves_the_inputs_alone
# mistake: You seem to change the caller's tensor.
# mistake[zh-CN]: 你似乎修改了调用者的张量。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    if x1.requires_grad or x2.requires_grad:
        return torch.linalg.vector_norm(x1 - x2 + eps, ord=p, dim=-1, keepdim=keepdim)
    x1 -= x2
    return torch.linalg.vector_norm(x1 + eps, ord=p, dim=-1, keepdim=keepdim)
