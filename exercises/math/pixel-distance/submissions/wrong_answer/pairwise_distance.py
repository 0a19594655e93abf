# caught-by: measures_over_the_channels
# mistake: `F.pairwise_distance` reduces the last axis, the width.
# mistake[zh-CN]: `F.pairwise_distance` 沿最后一轴（宽度）归约。
import torch


def pixel_distance(f1, f2):
    return torch.nn.functional.pairwise_distance(f1, f2)
