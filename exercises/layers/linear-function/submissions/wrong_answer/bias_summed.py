# caught-by: adds_the_bias
# mistake: One number seems to be added to all outputs.
# mistake[zh-CN]: 似乎给所有输出加了同一个数。
def linear(x, weight, bias=None):
    y = x @ weight.t()
    return y if bias is None else y + bias.sum()
