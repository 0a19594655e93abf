# caught-by: uses_the_norm
# mistake: For a matrix, another norm seems to be used.
# mistake[zh-CN]: 对矩阵似乎用了别的范数。
import torch


def double_until(x, limit):
    y, n = x, 0

    def size(y):
        return torch.linalg.matrix_norm(y, ord=2) if y.dim() == 2 else y.norm()

    while size(y) < limit:
        y = y * 2
        n += 1
    return y, n
