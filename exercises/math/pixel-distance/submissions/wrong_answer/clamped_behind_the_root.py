# caught-by: has_a_finite_gradient_at_equal_pixels
# mistake: Clamping behind the root does not change its slope at 0.
# mistake[zh-CN]: 在开方之后截断，改变不了它在 0 处的斜率。
import torch


def pixel_distance(f1, f2):
    return (f1 - f2).square().sum(dim=1).sqrt().clamp(min=1e-6)
