# caught-by: has_a_finite_gradient_at_equal_pixels
# mistake: The values were never NaN; the gradient is.
# mistake[zh-CN]: 值从来不是 NaN，梯度才是。
import torch


def pixel_distance(f1, f2):
    return torch.nan_to_num((f1 - f2).square().sum(dim=1).sqrt())
