# caught-by: differentiates
# mistake: No gradient reaches the bias.
# mistake[zh-CN]: 梯度没有传到偏置。
def linear(x, weight, bias=None):
    y = x @ weight.t()
    return y if bias is None else y + bias.detach()
