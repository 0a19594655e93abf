# caught-by: works_along_any_dimension
# mistake: You seem to divide the numbers themselves by their sum, without exp.
# mistake[zh-CN]: 你似乎没有取 exp，直接用数除以总和。
def softmax(x, dim):
    e = x - x.amin(dim, keepdim=True)
    return e / e.sum(dim, keepdim=True)
