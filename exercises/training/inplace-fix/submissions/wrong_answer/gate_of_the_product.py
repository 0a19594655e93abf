# caught-by: computes_the_gate
# mistake: The gate seems to be the sigmoid of `x @ w`, without the tanh.
# mistake[zh-CN]: 门似乎是 `x @ w` 的 sigmoid，少了 tanh。
import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(x @ w)
    return x + h * g
