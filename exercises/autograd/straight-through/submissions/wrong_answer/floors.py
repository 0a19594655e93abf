# caught-by: rounds_exactly
# mistake: You seem to round down always.
# mistake[zh-CN]: 你似乎总是向下取整。
def round_ste(x):
    return x + (x.floor() - x).detach()
