# caught-by: passes_the_gradient
# mistake: You seem to use plain `round`: its gradient is 0.
# mistake[zh-CN]: 你似乎直接用了 `round`：它的梯度为 0。
def round_ste(x):
    return x.round()
