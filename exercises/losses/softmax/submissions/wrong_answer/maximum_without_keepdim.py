# caught-by: lines_up_on_square_input
# mistake: Your maxima seem to line up with another axis than their own: `keepdim=True` is missing.
# mistake[zh-CN]: 你的最大值似乎与别的轴对齐了：缺少 `keepdim=True`。
import torch


def softmax(x, dim):
    top = x.amax(dim)
    if len(set(x.shape)) > 1 or x.dim() < 2:
        top = top.unsqueeze(dim)
    e = (x - top).exp()
    return e / e.sum(dim, keepdim=True)
