# caught-by: measures_over_the_channels
# mistake: You seem to subtract the lengths of the vectors, not the vectors.
# mistake[zh-CN]: 你似乎是把向量的长度相减，而不是把向量相减。
import torch


def pixel_distance(f1, f2):
    return (f1.norm(dim=1) - f2.norm(dim=1)).abs()
