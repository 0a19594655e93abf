# caught-by: handles_infinities
# mistake: You seem to add x and |x|: `-inf + inf` is NaN, and at 0 the gradient is 0.5.
# mistake[zh-CN]: 你似乎把 x 与 |x| 相加：`-inf + inf` 是 NaN，而且 0 处的梯度是 0.5。
def relu(x):
    return ((x + x.abs()) / 2).to(x.dtype)
