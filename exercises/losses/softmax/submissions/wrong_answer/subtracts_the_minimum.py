# caught-by: survives_large_gaps
# mistake: You seem to subtract the minimum: the largest exponential can still overflow. Subtract the maximum.
# mistake[zh-CN]: 你减去的似乎是最小值：最大的指数仍可能溢出。应减去最大值。
def softmax(x, dim):
    e = (x - x.amin(dim, keepdim=True)).exp()
    return e / e.sum(dim, keepdim=True)
