# caught-by: takes_no_points
# mistake: Sets without points do not seem to work.
# mistake[zh-CN]: 没有点的集合似乎不能处理。
def sq_dists(a, b):
    a = a - a.min() + a.min()
    norms_a = a.square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    return (norms_a + norms_b - 2 * a @ b.T).clamp(min=0)
