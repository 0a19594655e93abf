# caught-by: differentiates
# mistake: A square root on the way seems to make the gradient NaN for equal points.
# mistake[zh-CN]: 途中的平方根似乎使两点相等时的梯度成为 NaN。
def root(norms_a, norms_b, a, b):
    squared = (norms_a + norms_b - 2 * a @ b.T).clamp(min=0)
    return (squared * (squared > 1e-12)).sqrt()


def sq_dists(a, b):
    norms_a = a.square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    return root(norms_a, norms_b, a, b) ** 2
