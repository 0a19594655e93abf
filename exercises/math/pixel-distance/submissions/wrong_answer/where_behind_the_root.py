# caught-by: has_a_finite_gradient_at_equal_pixels
# mistake: `torch.where` behind the root comes too late: NaN is multiplied by 0.
# mistake[zh-CN]: 在开方之后用 `torch.where` 已经太晚：NaN 会与 0 相乘。
import torch


def pixel_distance(f1, f2):
    squares = (f1 - f2).square().sum(dim=1)
    return torch.where(squares > 0, squares.sqrt(), torch.zeros_like(squares))
