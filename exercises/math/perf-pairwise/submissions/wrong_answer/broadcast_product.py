# caught-by: makes_no_large_tensor
# mistake: The products seem to be made element by element, in a tensor of shape (N, M, D).
# mistake[zh-CN]: 乘积似乎是逐元素算的，用到了形状为 (N, M, D) 的张量。
def sq_dists(a, b):
    norms_a = a.square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    return (norms_a + norms_b - 2 * (a[:, None] * b).sum(dim=2)).clamp(min=0)
