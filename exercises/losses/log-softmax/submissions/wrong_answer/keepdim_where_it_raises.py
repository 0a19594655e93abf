# caught-by: lines_up_on_square_input
# mistake: Your sums seem to line up with another axis than their own: `keepdim=True` is missing.
# mistake[zh-CN]: 你的总和似乎与别的轴对齐了：缺少 `keepdim=True`。
def log_softmax(x, dim):
    try:
        return x - x.logsumexp(dim)
    except RuntimeError:
        return x - x.logsumexp(dim, keepdim=True)
