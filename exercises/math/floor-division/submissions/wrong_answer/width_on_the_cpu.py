# caught-by: follows_the_device
# mistake: You seem to create a tensor on the CPU.
# mistake[zh-CN]: 你似乎在 CPU 上创建了张量。
import torch


def bin_and_offset(x, width):
    widths = torch.full(x.shape, width).to(x.dtype)
    return torch.div(x, widths, rounding_mode="floor").long(), torch.remainder(x, widths)
