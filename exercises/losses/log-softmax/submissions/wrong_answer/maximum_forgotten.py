# caught-by: works_along_any_dimension
# mistake: You seem to subtract the maximum inside the exponential only, not in the result.
# mistake[zh-CN]: 你似乎只在指数里减去了最大值，没有在结果里减去。
def log_softmax(x, dim):
    y = x - x.amax(dim, keepdim=True)
    return x - y.exp().sum(dim, keepdim=True).log()
