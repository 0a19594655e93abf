# caught-by: takes_few_operations
# mistake: The distances seem to be computed one at a time.
# mistake[zh-CN]: 距离似乎是一个一个算的。
import torch


def sq_dists(a, b):
    out = a.new_zeros(len(a), len(b))
    for i in range(len(a)):
        for j in range(len(b)):
            out[i, j] = ((a[i] - b[j]) ** 2).sum()
    return out
