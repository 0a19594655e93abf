# caught-by: passes_the_gradient
# mistake: You seem to detach the whole result, so that no gradient passes.
# mistake[zh-CN]: 你似乎对整个结果做了 detach，梯度无法通过。
def round_ste(x):
    return x.round().detach()
