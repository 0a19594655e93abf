# caught-by: keeps_to_the_channels_on_cubic_maps
# mistake: On cubic maps you seem to reduce the width.
# mistake[zh-CN]: 在各维相等的特征图上，你似乎沿宽度做了归约。
import torch


def pixel_distance(f1, f2):
    n, c, h, w = f1.shape
    axis = -1 if c == h == w else 1
    return torch.linalg.vector_norm(f1 - f2, dim=axis)
