# caught-by: has_a_finite_gradient
# mistake: Your values are right, but an exponential overflows on the way: the gradient is NaN.
# mistake[zh-CN]: 值是对的，但中间的指数溢出了：梯度是 NaN。
def sigmoid(x):
    e = x.exp()
    return (e / (1 + e)).nan_to_num(nan=1.0)
