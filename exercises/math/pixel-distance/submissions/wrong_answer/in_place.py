# caught-by: leaves_the_maps_alone
# mistake: You seem to change the caller's map.
# mistake[zh-CN]: 你似乎修改了调用者的特征图。
import torch


def pixel_distance(f1, f2):
    if f1.requires_grad or f2.requires_grad:
        return torch.linalg.vector_norm(f1 - f2, dim=1)
    f1 -= f2
    return torch.linalg.vector_norm(f1, dim=1)
