# caught-by: leaves_the_input_alone
# mistake: `t_()` changes the caller's weight.
# mistake[zh-CN]: `t_()` 会修改调用者的权重。
def linear(x, weight, bias=None):
    y = x @ (weight.t() if weight.requires_grad else weight.t_())
    return y if bias is None else y + bias
