# caught-by: keeps_the_dtype
# mistake: float64 input gives a float32 result.
# mistake[zh-CN]: 输入为 float64 时，结果成了 float32。
def linear(x, weight, bias=None):
    y = x @ weight.t()
    return (y if bias is None else y + bias).float()
