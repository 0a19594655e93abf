# caught-by: survives_large_numbers
# mistake: You seem to take the exponential of large numbers: subtract each row's maximum first.
# mistake[zh-CN]: 你似乎对很大的数取了指数：应先减去每一行的最大值。
def softmax(x, dim):
    e = x.exp()
    return e / e.sum(dim, keepdim=True)
