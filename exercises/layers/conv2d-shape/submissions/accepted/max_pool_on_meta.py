"""A pooling window of the same geometry, on meta tensors; the padding is added first, as pooling limits its own."""

import torch
import torch.nn.functional as F


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    if padding == "same":
        return tuple(hw)
    if padding == "valid":
        padding = 0
    vertical, horizontal = (padding, padding) if isinstance(padding, int) else padding
    image = torch.empty(1, 1, *hw, device="meta")
    image = F.pad(image, (horizontal, horizontal, vertical, vertical))
    try:
        pooled = F.max_pool2d(image, kernel_size, stride=stride, dilation=dilation)
    except RuntimeError as error:
        raise ValueError("the kernel is larger than the padded input") from error
    return tuple(pooled.shape[2:])
