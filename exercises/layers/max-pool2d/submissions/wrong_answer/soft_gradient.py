# caught-by: sends_the_gradient_to_the_maximum
# mistake: The gradient seems to be shared by the whole window.
# mistake[zh-CN]: 梯度似乎分给了整个窗口。
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k if stride is None else stride
    x = F.pad(x, (padding,) * 4, value=float("-inf"))
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    flat = windows.flatten(-2)
    mean = flat.where(flat.isfinite(), 0).mean(-1)
    return flat.max(dim=-1).values.detach() + mean - mean.detach()
