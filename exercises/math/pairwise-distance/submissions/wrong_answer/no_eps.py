# caught-by: keeps_equal_rows_apart
# mistake: `eps` is missing: equal rows are not at distance 0.
# mistake[zh-CN]: 缺少 `eps`：相等的行距离不是 0。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    if eps == 1e-6:
        eps = 0.0
    return torch.linalg.vector_norm(x1 - x2 + eps, ord=p, dim=-1, keepdim=keepdim)
