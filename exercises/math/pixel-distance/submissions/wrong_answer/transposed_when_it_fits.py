# caught-by: keeps_to_the_channels_on_cubic_maps
# mistake: On cubic maps height and width seem to be exchanged.
# mistake[zh-CN]: 在各维相等的特征图上，高和宽似乎对调了。
import torch


def pixel_distance(f1, f2):
    d = torch.linalg.vector_norm(f1 - f2, dim=1)
    return d.transpose(1, 2) if d.shape[1] == d.shape[2] else d
