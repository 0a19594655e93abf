# caught-by: survives_large_numbers
# mistake: You seem to take the exponential of large numbers: subtract each row's maximum first.
# mistake[zh-CN]: 你似乎对很大的数取了指数：应先减去每一行的最大值。
def log_softmax(x, dim):
    return x - x.exp().sum(dim, keepdim=True).log()
