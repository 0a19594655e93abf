# caught-by: leaves_the_input_alone
# mistake: You seem to change `x` in place.
# mistake[zh-CN]: 你似乎原地修改了 `x`。
def log_softmax(x, dim):
    x.data -= x.data.amax(dim, keepdim=True)
    return x - x.exp().sum(dim, keepdim=True).log()
