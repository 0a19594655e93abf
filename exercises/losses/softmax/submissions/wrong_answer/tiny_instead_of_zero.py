# caught-by: masks_with_minus_infinity
# mistake: You seem to replace `-inf` or the zeros that it gives: a masked entry must be exactly 0.
# mistake[zh-CN]: 你似乎替换了 `-inf` 或它得到的 0：被遮住的元素必须恰好为 0。
def softmax(x, dim):
    e = (x - x.amax(dim, keepdim=True)).exp() + 1e-10
    return e / e.sum(dim, keepdim=True)
