# caught-by: keeps_equal_rows_apart
# mistake: The default of `eps` is 1e-6.
# mistake[zh-CN]: `eps` 的默认值是 1e-6。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    if eps == 1e-6:
        eps = 1e-8
    return torch.linalg.vector_norm(x1 - x2 + eps, ord=p, dim=-1, keepdim=keepdim)
