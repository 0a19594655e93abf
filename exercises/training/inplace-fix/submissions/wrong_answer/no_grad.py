# caught-by: sends_the_gradient_to_x
# mistake: Everything seems to be computed under `torch.no_grad()`.
# mistake[zh-CN]: 似乎全部在 `torch.no_grad()` 下计算。
import torch


@torch.no_grad()
def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h)
    return x + h * g
