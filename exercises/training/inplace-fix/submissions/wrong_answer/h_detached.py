# caught-by: sends_the_gradient_to_w
# mistake: `h` seems to be detached: no gradient flows through the gate's factor.
# mistake[zh-CN]: `h` 似乎脱离了计算图：门的另一个因子没有梯度。
import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h)
    return x + h.detach() * g
