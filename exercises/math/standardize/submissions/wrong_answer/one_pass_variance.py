# caught-by: standardises_columns_and_rows
# mistake: You seem to compute the variance as E[x^2] - E[x]^2.
# mistake[zh-CN]: 你似乎用 E[x^2] - E[x]^2 计算方差。


def standardize(x, dim, eps=1e-8):
    m = x.mean(dim, keepdim=True)
    var = (x * x).mean(dim, keepdim=True) - m * m
    return (x - m) / (var.clamp(min=0) + eps).sqrt()
