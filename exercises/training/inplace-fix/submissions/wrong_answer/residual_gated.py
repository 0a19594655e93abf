# caught-by: computes_the_gate
# mistake: The sum of `x` and h seems to be multiplied by the gate.
# mistake[zh-CN]: 似乎是 `x` 与 h 之和乘以门。
import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h)
    return (x + h) * g
