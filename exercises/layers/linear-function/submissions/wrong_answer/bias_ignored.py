# caught-by: adds_the_bias
# mistake: The bias seems to be left out.
# mistake[zh-CN]: 似乎漏掉了偏置。
def linear(x, weight, bias=None):
    return x @ weight.t()
