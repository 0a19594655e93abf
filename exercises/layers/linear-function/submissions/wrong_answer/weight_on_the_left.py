# caught-by: takes_any_leading_shape
# mistake: Your product seems to work for two axes only.
# mistake[zh-CN]: 你的乘积似乎只对两个轴成立。
def linear(x, weight, bias=None):
    y = (weight @ x.t()).t()
    return y if bias is None else y + bias
