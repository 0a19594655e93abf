# caught-by: works_along_any_dimension
# mistake: You seem to use one fixed dimension, whatever `dim` is.
# mistake[zh-CN]: 不管 `dim` 是多少，你似乎总用同一维。
def log_softmax(x, dim):
    dim = min(1, x.dim() - 1)
    return x - x.logsumexp(dim, keepdim=True)
