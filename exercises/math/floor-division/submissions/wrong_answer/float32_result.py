# caught-by: keeps_the_dtype
# mistake: float64 input gives a float32 offset.
# mistake[zh-CN]: 输入为 float64 时，偏移成了 float32。
import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="floor")
    offset = x - index * width
    return index.long(), offset.float() if x.is_floating_point() else offset
