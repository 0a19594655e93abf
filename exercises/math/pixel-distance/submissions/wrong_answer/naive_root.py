# caught-by: has_a_finite_gradient_at_equal_pixels
# mistake: Where the maps are equal the gradient is NaN: the root of 0 has an infinite slope.
# mistake[zh-CN]: 两图相等处梯度是 NaN：0 处平方根的斜率无穷大。
import torch


def pixel_distance(f1, f2):
    return (f1 - f2).square().sum(dim=1).sqrt()
