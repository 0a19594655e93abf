# caught-by: works_along_any_dimension
# mistake: You seem to mix `dim=0` and `dim=1` up.
# mistake[zh-CN]: 你似乎把 `dim=0` 和 `dim=1` 弄反了。
def softmax(x, dim):
    if x.dim() == 2:
        dim = 1 - dim % 2
    e = (x - x.amax(dim, keepdim=True)).exp()
    return e / e.sum(dim, keepdim=True)
