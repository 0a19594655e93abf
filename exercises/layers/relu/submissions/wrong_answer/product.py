# caught-by: handles_infinities
# mistake: You seem to multiply by a mask: `-inf * 0` is NaN.
# mistake[zh-CN]: 你似乎用乘法乘以掩码：`-inf * 0` 是 NaN。
def relu(x):
    return x * (x > 0)
