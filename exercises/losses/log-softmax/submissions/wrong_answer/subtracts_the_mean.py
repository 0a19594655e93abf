# caught-by: keeps_minus_infinity
# mistake: You seem to subtract the mean, which is `-inf` as soon as one element is.
# mistake[zh-CN]: 你减去的似乎是均值：只要有一个元素是 `-inf`，它就是 `-inf`。
def log_softmax(x, dim):
    y = x - x.mean(dim, keepdim=True)
    return y - y.logsumexp(dim, keepdim=True)
