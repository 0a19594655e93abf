# caught-by: is_a_sigmoid
# mistake: You seem to compute another curve than the sigmoid.
# mistake[zh-CN]: 你计算的似乎是另一条曲线，而不是 sigmoid。
def sigmoid(x):
    return ((x / (1 + x.abs()) + 1) / 2).to(x.dtype)
