# caught-by: reads_a_square_weight_by_rows
# mistake: You seem to transpose the weight only where the shapes demand it; a square one needs it too.
# mistake[zh-CN]: 你似乎只在形状对不上时才转置权重；方阵也需要转置。
def linear(x, weight, bias=None):
    y = x @ weight if x.shape[-1] == weight.shape[0] else x @ weight.t()
    return y if bias is None else y + bias
