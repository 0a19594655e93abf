# caught-by: computes_squared_distances
# mistake: The squares of `a` and `b` seem to be on the wrong axes.
# mistake[zh-CN]: `a` 与 `b` 的平方和似乎放错了轴。
def sq_dists(a, b):
    norms_a = a.square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    return (a.square().sum(dim=1) + b.square().sum(dim=1, keepdim=True) - 2 * a @ b.T).clamp(min=0)
