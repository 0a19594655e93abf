def standardize(x, dim, eps=1e-8):
    dims = (dim,) if isinstance(dim, int) else tuple(dim)
    n = 1
    for d in dims:
        n *= x.shape[d]
    centred = x - x.sum(dims, keepdim=True) / n
    std = (centred.square().sum(dims, keepdim=True) / n) ** 0.5
    return centred / (std + eps)
