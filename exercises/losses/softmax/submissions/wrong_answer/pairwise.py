# caught-by: has_a_finite_gradient
# mistake: Something seems to overflow on the way; the result hides it, the gradient does not.
# mistake[zh-CN]: 中间某处似乎溢出了；结果看不出来，梯度却看得出来。
def softmax(x, dim):
    y = x.movedim(dim, -1)
    d = y[..., None, :] - y[..., :, None]
    d = d.nan_to_num(nan=1e4, posinf=1e4, neginf=-1e4).masked_fill((y == float("-inf"))[..., :, None], 1e4)
    return (1 / d.exp().sum(-1)).movedim(-1, dim)
