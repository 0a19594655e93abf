# caught-by: gives_zero_for_one_class
# mistake: You seem to drop axes of size 1.
# mistake[zh-CN]: 你似乎丢掉了大小为 1 的轴。
def log_softmax(x, dim):
    return (x - x.logsumexp(dim, keepdim=True)).squeeze()
