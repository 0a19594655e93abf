# caught-by: measures_over_the_channels
# mistake: `cdist` gives the distances of all pairs of rows.
# mistake[zh-CN]: `cdist` 给出的是所有行对之间的距离。
import torch


def pixel_distance(f1, f2):
    return torch.cdist(f1, f2).mean(dim=1)
