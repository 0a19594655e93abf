# caught-by: works_along_any_dimension
# mistake: You seem to treat every negative `dim` as the last one.
# mistake[zh-CN]: 你似乎把所有负的 `dim` 都当作最后一维。
def softmax(x, dim):
    if dim < 0:
        dim = x.dim() - 1
    e = (x - x.amax(dim, keepdim=True)).exp()
    return e / e.sum(dim, keepdim=True)
