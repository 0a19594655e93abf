# caught-by: rounds_exactly
# mistake: The values do not seem to be rounded.
# mistake[zh-CN]: 值似乎没有取整。
def round_ste(x):
    return x * 1
