# caught-by: differentiates
# mistake: No gradient reaches the weight.
# mistake[zh-CN]: 梯度没有传到权重。
def linear(x, weight, bias=None):
    y = x @ weight.data.t()
    return y if bias is None else y + bias
