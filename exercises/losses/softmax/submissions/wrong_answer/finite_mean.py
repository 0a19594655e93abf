# caught-by: survives_large_gaps
# mistake: You seem to subtract a mean: the largest exponential can still overflow. Subtract the maximum.
# mistake[zh-CN]: 你减去的似乎是均值：最大的指数仍可能溢出。应减去最大值。
def softmax(x, dim):
    finite = x != float("-inf")
    mean = x.masked_fill(~finite, 0).sum(dim, keepdim=True) / finite.sum(dim, keepdim=True)
    e = (x - mean).exp()
    return e / e.sum(dim, keepdim=True)
