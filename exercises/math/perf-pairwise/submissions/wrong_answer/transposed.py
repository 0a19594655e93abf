# caught-by: computes_squared_distances
# mistake: The result seems to be transposed.
# mistake[zh-CN]: 结果似乎转置了。
def sq_dists(a, b):
    norms_a = a.square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    return (norms_a + norms_b - 2 * a @ b.T).clamp(min=0).T
