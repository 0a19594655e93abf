# caught-by: computes_squared_distances
# mistake: The squares seem to be averaged over the coordinates instead of added.
# mistake[zh-CN]: 似乎对各坐标的平方求了平均，而不是求和。
def sq_dists(a, b):
    norms_a = a.square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    return (norms_a + norms_b - 2 * a @ b.T).clamp(min=0) / a.shape[1]
