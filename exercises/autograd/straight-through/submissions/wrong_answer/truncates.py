# caught-by: rounds_exactly
# mistake: You seem to cut the decimals off.
# mistake[zh-CN]: 你似乎直接截去了小数部分。
def round_ste(x):
    return x + (x.trunc() - x).detach()
