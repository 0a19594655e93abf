# caught-by: keeps_small_and_large_numbers
# mistake: You seem to cut small positive numbers or large ones off.
# mistake[zh-CN]: 你似乎截掉了很小的正数或很大的数。
def relu(x):
    return x.masked_fill(x < 1e-6, 0)
