def log_softmax(x, dim):
    y = x - x.amax(dim, keepdim=True)
    return y - y.exp().sum(dim, keepdim=True).log()
