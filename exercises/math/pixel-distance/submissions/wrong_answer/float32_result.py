# caught-by: keeps_the_dtype
# mistake: float64 maps give a float32 result.
# mistake[zh-CN]: 输入为 float64 时，结果成了 float32。
import torch


def pixel_distance(f1, f2):
    return torch.linalg.vector_norm(f1 - f2, dim=1).float()
