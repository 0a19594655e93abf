# caught-by: measures_over_the_channels
# mistake: You seem to take the mean over the channels instead of the sum.
# mistake[zh-CN]: 你似乎对通道取了平均，而不是求和。
import torch


def pixel_distance(f1, f2):
    return ((f1 - f2).square().mean(dim=1) + 1e-12).sqrt()
