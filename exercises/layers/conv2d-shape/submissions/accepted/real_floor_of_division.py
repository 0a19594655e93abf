"""The formula as it is printed: true division, then floor."""

import math


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    (h, w) = hw
    (kh, kw) = kernel_size if isinstance(kernel_size, tuple) else (kernel_size,) * 2
    (sh, sw) = stride if isinstance(stride, tuple) else (stride,) * 2
    (dh, dw) = dilation if isinstance(dilation, tuple) else (dilation,) * 2
    if padding == "same":
        return (h, w)
    if padding == "valid":
        padding = (0, 0)
    (ph, pw) = padding if isinstance(padding, tuple) else (padding,) * 2
    out_h = math.floor((h + 2 * ph - dh * (kh - 1) - 1) / sh + 1)
    out_w = math.floor((w + 2 * pw - dw * (kw - 1) - 1) / sw + 1)
    if out_h < 1 or out_w < 1:
        raise ValueError("the output would be empty")
    return (out_h, out_w)
