# caught-by: differentiates
# mistake: You seem to limit the result to a number above 0.
# mistake[zh-CN]: 你似乎把结果限制为不小于某个正数。


def sq_dists(a, b):
    return ((a * a).sum(1, keepdim=True) + (b * b).sum(1) - 2 * a @ b.T).clamp(min=1e-3)
