# caught-by: computes_the_gate
# mistake: The order of the steps seems to be changed: the gate is computed after the product.
# mistake[zh-CN]: 步骤的顺序似乎变了：门是在相乘之后才计算的。
import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h)
    y = h * g
    return x + y * torch.sigmoid(y) / g
