# caught-by: works_along_any_dimension
# mistake: You seem to have the sign reversed: a log-probability is never above 0.
# mistake[zh-CN]: 你似乎把符号弄反了：对数概率不会大于 0。
def log_softmax(x, dim):
    return x.logsumexp(dim, keepdim=True) - x
