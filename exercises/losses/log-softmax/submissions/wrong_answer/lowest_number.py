# caught-by: keeps_minus_infinity
# mistake: You seem to replace `-inf` by a finite number.
# mistake[zh-CN]: 你似乎把 `-inf` 换成了有限的数。
def log_softmax(x, dim):
    y = x.nan_to_num(neginf=-60000.0)
    return y - y.logsumexp(dim, keepdim=True)
