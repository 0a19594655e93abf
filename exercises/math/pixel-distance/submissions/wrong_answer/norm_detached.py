# caught-by: differentiates
# mistake: The length is detached: the gradient is not that of the distance.
# mistake[zh-CN]: 长度被 detach 了：梯度不是距离的梯度。
import torch


def pixel_distance(f1, f2):
    d = f1 - f2
    length = torch.linalg.vector_norm(d.detach(), dim=1, keepdim=True)
    return (d * d / (length + 1e-12)).sum(dim=1)
