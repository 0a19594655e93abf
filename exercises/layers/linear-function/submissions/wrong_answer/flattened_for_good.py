# caught-by: takes_any_leading_shape
# mistake: The leading axes seem to be merged into one.
# mistake[zh-CN]: 前面的轴似乎被合并成了一个。
def linear(x, weight, bias=None):
    y = x.reshape(-1, x.shape[-1]) @ weight.t()
    return y if bias is None else y + bias
