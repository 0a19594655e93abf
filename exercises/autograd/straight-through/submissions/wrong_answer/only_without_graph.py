# caught-by: rounds_while_recording
# mistake: You seem to round only where x requires no gradient.
# mistake[zh-CN]: 你似乎只在 x 不需要梯度时才取整。
def round_ste(x):
    if x.requires_grad:
        return x * 1.0
    return x.round()
