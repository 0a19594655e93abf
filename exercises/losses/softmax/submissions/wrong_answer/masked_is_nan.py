# caught-by: masks_with_minus_infinity
# mistake: You seem to multiply -inf by 0, or to subtract it from itself.
# mistake[zh-CN]: 你似乎把 -inf 乘以 0，或者用它减去了自己。
def softmax(x, dim):
    top = (x + x.flip(dim)).amax(dim, keepdim=True) * 0 + x.amax(dim, keepdim=True)
    e = (x - top).exp() + 0 * x
    return e / e.sum(dim, keepdim=True)
