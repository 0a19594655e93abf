# caught-by: keeps_the_dtype
# mistake: float64 seems to pass through float32.
# mistake[zh-CN]: float64 似乎先变成了 float32。
def linear(x, weight, bias=None):
    y = x.float() @ weight.float().t()
    y = y if bias is None else y + bias.float()
    return y.to(x.dtype)
