# caught-by: passes_the_gradient
# mistake: You seem to detach the wrong operand: the gradient has the opposite sign.
# mistake[zh-CN]: 你似乎对错误的一项做了 detach：梯度的符号反了。
def round_ste(x):
    return x.detach() + (x.round() - x)
