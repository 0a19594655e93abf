# caught-by: leaves_the_arguments_alone
# mistake: `b` itself seems to be moved.
# mistake[zh-CN]: `b` 本身似乎被移动了。
def sq_dists(a, b):
    if len(a) and len(b):
        middle = b.detach().mean(0)
        b.data -= middle
        a = a - middle
    norms_a = a.square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    return (norms_a + norms_b - 2 * a @ b.T).clamp(min=0)
