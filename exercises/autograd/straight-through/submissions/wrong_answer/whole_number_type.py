# caught-by: keeps_the_dtype
# mistake: You seem to return an integer type where x requires no gradient.
# mistake[zh-CN]: x 不需要梯度时，你返回的似乎是整数类型。
def round_ste(x):
    if not x.requires_grad:
        return x.round().long()
    return x + (x.round() - x).detach()
