# caught-by: rounds_exactly
# mistake: You seem to go through `int`, which large numbers do not fit into.
# mistake[zh-CN]: 你似乎经过了 `int`，大的数放不进去。


def round_ste(x):
    return x + (x.round().int().to(x.dtype) - x).detach()
