def layer_norm(x, normalized_shape, weight=None, bias=None, eps=1e-5):
    size = 1
    for n in normalized_shape:
        size *= n
    rows = x.reshape(-1, size)
    centred = rows - rows.sum(1, keepdim=True) / size
    scale = (centred.square().sum(1, keepdim=True) / size + eps).rsqrt()
    y = (centred * scale).reshape(x.shape)
    return y * (1 if weight is None else weight) + (0 if bias is None else bias)
