# caught-by: works_along_any_dimension
# mistake: You seem to use a logarithm of another base.
# mistake[zh-CN]: 你似乎用了别的底的对数。
import math


def log_softmax(x, dim):
    return (x - x.logsumexp(dim, keepdim=True)) / math.log(2)
