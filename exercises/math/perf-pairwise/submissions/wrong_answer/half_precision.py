# caught-by: computes_squared_distances
# mistake: The product seems to be computed in half precision.
# mistake[zh-CN]: 乘积似乎是用半精度计算的。
def sq_dists(a, b):
    norms_a = a.square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    return (norms_a + norms_b - (2 * a.half() @ b.half().T).to(a.dtype)).clamp(min=0)
