# caught-by: steps_by_the_kernel
# mistake: You seem to take the element of largest magnitude.
# mistake[zh-CN]: 你似乎取了绝对值最大的元素。
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k if stride is None else stride
    x = F.pad(x, (padding,) * 4, value=float("-inf"))
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    return windows.flatten(-2).gather(-1, windows.flatten(-2).abs().argmax(-1, keepdim=True))[..., 0]
