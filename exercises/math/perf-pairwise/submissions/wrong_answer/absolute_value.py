# caught-by: differentiates
# mistake: Negative distances seem to be hidden by a detached correction.
# mistake[zh-CN]: 负的距离似乎是用脱离计算图的修正掩盖的。
def sq_dists(a, b):
    norms_a = a.square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    out = norms_a + norms_b - 2 * a @ b.T
    return out.detach().clamp(min=0)
