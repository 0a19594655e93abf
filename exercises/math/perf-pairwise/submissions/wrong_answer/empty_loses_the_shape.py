# caught-by: takes_no_points
# mistake: For an empty set the result seems to have another shape.
# mistake[zh-CN]: 集合为空时，结果的形状似乎不对。
def sq_dists(a, b):
    if a.numel() == 0 or b.numel() == 0:
        return a.new_zeros(0)
    norms_a = a.square().sum(dim=1, keepdim=True)
    norms_b = b.square().sum(dim=1)
    return (norms_a + norms_b - 2 * a @ b.T).clamp(min=0)
