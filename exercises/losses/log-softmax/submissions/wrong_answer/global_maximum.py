# caught-by: survives_large_numbers
# mistake: You seem to subtract one maximum of the whole tensor; each row needs its own.
# mistake[zh-CN]: 你减去的似乎是整个张量的最大值；每一行应减去自己的最大值。
def log_softmax(x, dim):
    y = x - x.max() if x.numel() else x
    return y - y.exp().sum(dim, keepdim=True).log()
