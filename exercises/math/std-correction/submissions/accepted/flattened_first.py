def std(x, dim=None, *, correction=1, keepdim=False):
    if dim is None:
        result = std(x.reshape(-1), 0, correction=correction)
        return result.reshape([1] * x.dim()) if keepdim else result
    n = x.size(dim)
    mean = x.sum(dim, keepdim=True) / n
    variance = ((x - mean) ** 2).sum(dim, keepdim=keepdim) / (n - correction)
    return variance**0.5
