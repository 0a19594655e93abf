# caught-by: takes_no_rows
# mistake: You seem to need at least one element.
# mistake[zh-CN]: 你似乎要求至少有一个元素。
def log_softmax(x, dim):
    if x.detach().abs().max() == 0:
        return x - x.logsumexp(dim, keepdim=True)
    y = x - x.amax(dim, keepdim=True)
    return y - y.exp().sum(dim, keepdim=True).log()
