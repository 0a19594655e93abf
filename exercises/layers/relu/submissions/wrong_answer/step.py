# caught-by: keeps_what_is_above_zero
# mistake: You seem to return the mask itself, 0 and 1.
# mistake[zh-CN]: 你返回的似乎是掩码本身，即 0 和 1。
def relu(x):
    return (x > 0).to(x.dtype)
