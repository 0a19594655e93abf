# caught-by: gives_0_for_equal_pixels
# mistake: The number under the root is too large: its root is the distance that is left.
# mistake[zh-CN]: 根号里加的数太大了：它的平方根就是剩下的距离。
import torch


def pixel_distance(f1, f2):
    return ((f1 - f2).square().sum(dim=1) + 1e-4).sqrt()
