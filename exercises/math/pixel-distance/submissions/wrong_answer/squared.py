# caught-by: measures_over_the_channels
# mistake: This is the squared distance: the root is missing.
# mistake[zh-CN]: 这是距离的平方：没有开方。
import torch


def pixel_distance(f1, f2):
    return (f1 - f2).square().sum(dim=1)
