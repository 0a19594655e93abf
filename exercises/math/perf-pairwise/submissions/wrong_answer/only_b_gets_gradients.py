# caught-by: differentiates
# mistake: No gradient reaches `a`.
# mistake[zh-CN]: 梯度没有传到 `a`。
def sq_dists(a, b):
    a = a.detach()
    norms_a = a.square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    return (norms_a + norms_b - 2 * a @ b.T).clamp(min=0)
