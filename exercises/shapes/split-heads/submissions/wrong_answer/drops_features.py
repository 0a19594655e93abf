# caught-by: refuses_what_does_not_divide
# mistake: You seem to drop the features that are left over.
# mistake[zh-CN]: 你似乎丢掉了多余的特征。
"""unfold drops the rest."""


def split_heads(x, n):
    d = x.shape[2] // n
    return x.unfold(2, d, d).transpose(1, 2)


def merge_heads(y):
    return y.transpose(1, 2).flatten(2)
