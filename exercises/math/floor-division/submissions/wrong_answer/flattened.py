# caught-by: takes_any_shape
# mistake: Your result seems to be a vector, whatever the shape of x.
# mistake[zh-CN]: 不管 x 是什么形状，你的结果似乎都是一个向量。
import torch


def bin_and_offset(x, width):
    flat = x.reshape(-1)
    index = torch.div(flat, width, rounding_mode="floor")
    return index.long(), flat - index * width
