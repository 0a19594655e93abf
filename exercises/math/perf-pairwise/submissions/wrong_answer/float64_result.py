# caught-by: computes_squared_distances
# mistake: The result seems to be float64 for float32 points.
# mistake[zh-CN]: 点为 float32 时，结果似乎是 float64。
def sq_dists(a, b):
    norms_a = a.square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    return (norms_a.double() + norms_b - 2 * a.double() @ b.double().T).clamp(min=0)
