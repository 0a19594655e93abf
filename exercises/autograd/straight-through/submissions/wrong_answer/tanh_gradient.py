# caught-by: passes_the_gradient
# mistake: You seem to use the gradient of another function in place of the identity.
# mistake[zh-CN]: 你似乎用了另一个函数的梯度，而不是恒等函数的梯度。
def round_ste(x):
    soft = x.tanh()
    return soft + (x.round() - soft).detach()
