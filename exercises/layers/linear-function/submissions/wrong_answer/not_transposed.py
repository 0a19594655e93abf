# caught-by: transforms_each_row
# mistake: The weight is (out, in): multiply by its transpose.
# mistake[zh-CN]: 权重的形状是 (out, in)：应乘以它的转置。
def linear(x, weight, bias=None):
    y = x @ weight
    return y if bias is None else y + bias
