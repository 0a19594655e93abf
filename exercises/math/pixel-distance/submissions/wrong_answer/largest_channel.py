# caught-by: measures_over_the_channels
# mistake: You seem to take the largest difference, not the Euclidean distance.
# mistake[zh-CN]: 你似乎取了最大的差，而不是欧氏距离。
import torch


def pixel_distance(f1, f2):
    return (f1 - f2).abs().amax(dim=1)
