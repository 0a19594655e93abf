# caught-by: differentiates
# mistake: No gradient reaches the second map.
# mistake[zh-CN]: 梯度没有传到第二个特征图。
import torch


def pixel_distance(f1, f2):
    return torch.linalg.vector_norm(f1 - f2.detach(), dim=1)
