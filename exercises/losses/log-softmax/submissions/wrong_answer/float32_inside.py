# caught-by: keeps_float64
# mistake: You seem to compute in float32.
# mistake[zh-CN]: 你似乎用 float32 计算。
def log_softmax(x, dim):
    y = x.float()
    return (y - y.logsumexp(dim, keepdim=True)).to(x.dtype)
