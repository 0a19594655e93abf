# caught-by: has_a_finite_gradient_at_equal_pixels
# mistake: A power of 0.5 is a root: its slope at 0 is infinite, too.
# mistake[zh-CN]: 0.5 次幂就是平方根：0 处的斜率同样无穷大。
import torch


def pixel_distance(f1, f2):
    return ((f1 - f2) ** 2).sum(dim=1) ** 0.5
