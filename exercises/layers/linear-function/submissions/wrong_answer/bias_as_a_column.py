# caught-by: adds_the_bias
# mistake: Your bias seems to be added as a column: it belongs to the last axis.
# mistake[zh-CN]: 你的偏置似乎是按列相加的：它应沿最后一轴。
def linear(x, weight, bias=None):
    y = x @ weight.t()
    return y if bias is None else y + bias.unsqueeze(-1)
