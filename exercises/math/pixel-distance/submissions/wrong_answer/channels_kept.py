# caught-by: measures_over_the_channels
# mistake: The channel axis is still there: drop `keepdim`.
# mistake[zh-CN]: 通道轴还在：去掉 `keepdim`。
import torch


def pixel_distance(f1, f2):
    return torch.linalg.vector_norm(f1 - f2, dim=1, keepdim=True)
