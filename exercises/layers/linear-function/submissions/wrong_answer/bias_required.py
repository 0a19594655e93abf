# caught-by: works_without_a_bias
# mistake: `bias` must be optional.
# mistake[zh-CN]: `bias` 应是可选的。
def linear(x, weight, bias):
    return x @ weight.t() + bias
