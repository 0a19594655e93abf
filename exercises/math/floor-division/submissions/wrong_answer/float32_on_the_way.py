# caught-by: is_exact_for_large_numbers
# mistake: float64 seems to become float32 on the way.
# mistake[zh-CN]: float64 似乎在途中变成了 float32。
import torch


def bin_and_offset(x, width):
    wide = x.float() if x.is_floating_point() else x
    index = torch.div(wide, width, rounding_mode="floor")
    return index.long(), (wide - index * width).to(x.dtype)
