# caught-by: differentiates
# mistake: A part of the gradient seems to be lost.
# mistake[zh-CN]: 梯度似乎缺了一部分。
def sq_dists(a, b):
    norms_a = a.detach().square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    return (norms_a + norms_b - 2 * a @ b.T).clamp(min=0)
