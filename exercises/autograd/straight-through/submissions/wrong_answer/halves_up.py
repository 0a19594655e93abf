# caught-by: rounds_exactly
# mistake: You seem to round halves up; `torch.round` takes the even neighbour.
# mistake[zh-CN]: 恰为一半时你似乎向上取整；`torch.round` 取偶数。
def round_ste(x):
    return x + ((x + 0.5).floor() - x).detach()
