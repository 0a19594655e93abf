# caught-by: computes_squared_distances
# mistake: Something seems to be computed in float32.
# mistake[zh-CN]: 似乎有一步用 float32 计算。
def sq_dists(a, b):
    norms_a = a.square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    return (norms_a + norms_b - (2 * a.float() @ b.float().T).to(a.dtype)).clamp(min=0)
