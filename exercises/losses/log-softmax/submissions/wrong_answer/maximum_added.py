# caught-by: works_along_any_dimension
# mistake: You seem to subtract the maximum twice, or with the wrong sign.
# mistake[zh-CN]: 你似乎减了两次最大值，或者符号不对。
def log_softmax(x, dim):
    top = x.amax(dim, keepdim=True)
    return x - top - ((x - top).exp().sum(dim, keepdim=True).log() + top)
