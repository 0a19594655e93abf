# caught-by: works_along_any_dimension
# mistake: You seem to have the sign reversed: the largest element gets the smallest share.
# mistake[zh-CN]: 你似乎把符号弄反了：最大的元素得到了最小的份额。
def softmax(x, dim):
    e = (x.amin(dim, keepdim=True) - x).exp()
    return e / e.sum(dim, keepdim=True)
