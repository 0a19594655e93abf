# caught-by: works_without_a_bias
# mistake: `None` cannot be added to a tensor.
# mistake[zh-CN]: `None` 不能与张量相加。
def linear(x, weight, bias=None):
    return x @ weight.t() + bias
