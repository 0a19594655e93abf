# caught-by: survives_large_numbers
# mistake: You seem to divide inf by inf for large numbers.
# mistake[zh-CN]: 对很大的数，你似乎用 inf 除以 inf。
def sigmoid(x):
    e = x.exp()
    return e / (1 + e)
