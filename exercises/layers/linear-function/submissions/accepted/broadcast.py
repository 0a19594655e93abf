def linear(x, weight, bias=None):
    y = (x.unsqueeze(-2) * weight).sum(dim=-1)
    if bias is not None:
        y += bias
    return y
