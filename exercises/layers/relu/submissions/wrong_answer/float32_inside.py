# caught-by: keeps_the_float_dtype
# mistake: You seem to lose the dtype of `x`, or digits of it.
# mistake[zh-CN]: 你似乎丢失了 `x` 的 dtype，或者丢失了精度。
def relu(x):
    y = x if not x.is_floating_point() else x.float()
    return y.masked_fill(y <= 0, 0)
