# caught-by: spreads_a_dilated_kernel
# mistake: You seem to compute with a pooling layer, whose stride is the kernel size unless given.
# mistake[zh-CN]: 你似乎用了池化层来计算；没有给出 stride 时，它的 stride 等于卷积核大小。
"""Asks an average pooling over a padded image: it knows no dilation."""

import torch
import torch.nn.functional as F


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    if padding == "same":
        return tuple(hw)
    if padding == "valid":
        padding = 0
    rows, columns = padding if isinstance(padding, tuple) else (padding, padding)
    image = F.pad(torch.zeros(1, 1, *hw), (columns, columns, rows, rows))
    try:
        return tuple(F.avg_pool2d(image, kernel_size, stride).shape[2:])
    except RuntimeError as error:
        raise ValueError(str(error)) from error
