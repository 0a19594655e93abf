# caught-by: adds_the_bias
# mistake: The bias seems to be subtracted.
# mistake[zh-CN]: 似乎减去了偏置。
def linear(x, weight, bias=None):
    y = x @ weight.t()
    return y if bias is None else y - bias
