# caught-by: adds_eps
# mistake: You seem to subtract `eps` in the denominator.
# mistake[zh-CN]: 你似乎在分母里减去了 `eps`。
def standardize(x, dim, eps=1e-8):
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0, keepdim=True)
    return (x - mean) / (std - eps)
