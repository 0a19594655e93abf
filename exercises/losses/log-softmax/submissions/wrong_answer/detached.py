# caught-by: differentiates
# mistake: No gradient seems to reach `x`, or only a part of it.
# mistake[zh-CN]: 梯度似乎传不到 `x`，或者只传到一部分。
def log_softmax(x, dim):
    return (x - x.logsumexp(dim, keepdim=True)).detach()
