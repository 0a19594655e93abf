# caught-by: leaves_the_input_alone
# mistake: You seem to add the product into the caller's bias.
# mistake[zh-CN]: 你似乎把乘积加进了调用者的偏置里。
def linear(x, weight, bias=None):
    y = x @ weight.t()
    if bias is None:
        return y
    y = y + bias
    bias.data += 0.5
    return y
