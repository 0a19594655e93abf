# caught-by: differentiates
# mistake: No gradient seems to reach `x`.
# mistake[zh-CN]: 梯度似乎传不到 `x`。
def relu(x):
    return x.detach().masked_fill(x <= 0, 0)
