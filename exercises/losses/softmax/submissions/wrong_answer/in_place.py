# caught-by: leaves_the_input_alone
# mistake: You seem to change `x` in place.
# mistake[zh-CN]: 你似乎原地修改了 `x`。
def softmax(x, dim):
    x.data -= x.data.amax(dim, keepdim=True)
    e = x.exp()
    return e / e.sum(dim, keepdim=True)
