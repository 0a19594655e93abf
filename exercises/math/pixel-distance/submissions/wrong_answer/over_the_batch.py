# caught-by: measures_over_the_channels
# mistake: You seem to reduce the batch axis.
# mistake[zh-CN]: 你似乎沿批次轴做了归约。
import torch


def pixel_distance(f1, f2):
    return torch.linalg.vector_norm(f1 - f2, dim=0)
