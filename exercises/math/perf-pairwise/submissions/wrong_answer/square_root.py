# caught-by: computes_squared_distances
# mistake: You seem to return distances instead of their squares.
# mistake[zh-CN]: 你返回的似乎是距离，而不是平方距离。
def sq_dists(a, b):
    norms_a = a.square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    return (norms_a + norms_b - 2 * a @ b.T).clamp(min=0).sqrt()
