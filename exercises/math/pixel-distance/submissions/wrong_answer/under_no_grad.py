# caught-by: differentiates
# mistake: Nothing is recorded under no_grad.
# mistake[zh-CN]: 在 no_grad 下什么也不会被记录。
import torch


def pixel_distance(f1, f2):
    with torch.no_grad():
        return torch.linalg.vector_norm(f1 - f2, dim=1)
