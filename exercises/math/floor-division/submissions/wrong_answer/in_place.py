# caught-by: leaves_the_input_alone
# mistake: You seem to change the caller's tensor.
# mistake[zh-CN]: 你似乎修改了调用者的张量。
import torch


def bin_and_offset(x, width):
    index = torch.div(x, width, rounding_mode="floor")
    x -= index * width
    return index.long(), x.clone()
