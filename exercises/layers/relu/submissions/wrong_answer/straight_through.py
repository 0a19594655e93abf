# caught-by: differentiates
# mistake: Your gradient seems to ignore which elements were set to 0.
# mistake[zh-CN]: 你的梯度似乎没有考虑哪些元素被置为 0。
def relu(x):
    y = x.clone()
    y.data[y.data <= 0] = 0
    return y
