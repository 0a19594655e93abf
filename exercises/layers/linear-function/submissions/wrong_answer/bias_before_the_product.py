# caught-by: adds_the_bias
# mistake: The bias seems to be added before the multiplication.
# mistake[zh-CN]: 偏置似乎在相乘之前就加上了。
def linear(x, weight, bias=None):
    if bias is not None and bias.shape[-1] == x.shape[-1]:
        return (x + bias) @ weight.t()
    return x @ weight.t()
