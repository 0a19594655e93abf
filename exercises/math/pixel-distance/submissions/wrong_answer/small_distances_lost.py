# caught-by: has_a_finite_gradient_at_equal_pixels
# mistake: Small distances seem to become 0.
# mistake[zh-CN]: 较小的距离似乎变成了 0。


def pixel_distance(f1, f2):
    return (f1 - f2).pow(2).sum(1).clamp(min=1e-2).sqrt() - 0.1 * ((f1 - f2).pow(2).sum(1) < 1e-2)
