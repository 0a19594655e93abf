# caught-by: takes_small_sizes
# mistake: You seem to treat a size of 1 or 0 in a special way: with squeeze, or with a maximum over everything.
# mistake[zh-CN]: 你似乎对大小为 1 或 0 的维做了特殊处理：用了 squeeze，或者对所有元素求最大值。
def softmax(x, dim):
    e = (x - x.amax(dim, keepdim=True)).exp()
    return (e / e.sum(dim, keepdim=True)).squeeze()
