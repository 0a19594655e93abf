# caught-by: leaves_the_arguments_alone
# mistake: `a` itself seems to be changed.
# mistake[zh-CN]: `a` 本身似乎被修改了。
def sq_dists(a, b):
    norms_a = a.square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    out = (norms_a + norms_b - 2 * a @ b.T).clamp(min=0)
    a.data.square_()
    return out
