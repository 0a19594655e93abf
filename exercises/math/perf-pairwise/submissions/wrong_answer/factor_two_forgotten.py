# caught-by: computes_squared_distances
# mistake: The factor 2 of the mixed term seems to be missing.
# mistake[zh-CN]: 交叉项似乎少了系数 2。
def sq_dists(a, b):
    norms_a = a.square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    return (norms_a + norms_b - a @ b.T).clamp(min=0)
