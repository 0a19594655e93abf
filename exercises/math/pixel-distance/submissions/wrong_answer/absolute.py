# caught-by: measures_over_the_channels
# mistake: This is the sum of the absolute differences, not the Euclidean distance.
# mistake[zh-CN]: 这是绝对差之和，而不是欧氏距离。
import torch


def pixel_distance(f1, f2):
    return (f1 - f2).abs().sum(dim=1)
