# caught-by: works_along_any_dimension
# mistake: You seem to divide by the sum of the whole tensor.
# mistake[zh-CN]: 你似乎除以了整个张量的总和。
def softmax(x, dim):
    e = (x - x.amax(dim, keepdim=True)).exp()
    return e / e.sum()
