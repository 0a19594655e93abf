# caught-by: differentiates
# mistake: The loop seems to run under `torch.no_grad()`.
# mistake[zh-CN]: 循环似乎在 `torch.no_grad()` 下运行。
import torch


@torch.no_grad()
def double_until(x, limit):
    y, n = x, 0
    while y.norm() < limit:
        y = y * 2
        n += 1
    return y, n
