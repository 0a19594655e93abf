# caught-by: passes_the_gradient
# mistake: You seem to let the gradient pass only where x is small.
# mistake[zh-CN]: 你似乎只让 x 较小处的梯度通过。
def round_ste(x):
    inside = x.clamp(-1, 1)
    return inside + (x.round() - inside).detach()
