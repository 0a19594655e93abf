# caught-by: measures_row_by_row
# mistake: The reduced axis should go unless `keepdim` is given.
# mistake[zh-CN]: 没有给出 `keepdim` 时，归约的轴应去掉。
import torch


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return torch.linalg.vector_norm(x1 - x2 + eps, ord=p, dim=-1, keepdim=True)
