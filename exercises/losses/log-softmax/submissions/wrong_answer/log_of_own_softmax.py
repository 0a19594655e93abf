# caught-by: is_exact_for_rare_classes
# mistake: You seem to take the logarithm of a probability that underflows to 0.
# mistake[zh-CN]: 你似乎对下溢为 0 的概率取了对数。
def log_softmax(x, dim):
    e = (x - x.amax(dim, keepdim=True)).exp()
    return (e / e.sum(dim, keepdim=True)).log()
