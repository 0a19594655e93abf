# caught-by: keeps_float64
# mistake: You seem to compute in float32, or to return it.
# mistake[zh-CN]: 你似乎用 float32 计算，或者返回了 float32。
def softmax(x, dim):
    y = x.float()
    e = (y - y.amax(dim, keepdim=True)).exp()
    return (e / e.sum(dim, keepdim=True)).to(x.dtype)
