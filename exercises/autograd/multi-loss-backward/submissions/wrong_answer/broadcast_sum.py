# caught-by: takes_scalars_and_a_matrix
# mistake: You seem to add outputs of different shapes, so that scalars are repeated.
# mistake[zh-CN]: 你似乎直接相加了形状不同的输出，标量因此被重复计入。
def weighted_backward(outputs, weights):
    total = 0
    for output, weight in zip(outputs, weights):
        product = weight * output
        total = total + (product if product.dim() in (0, 2) else product.sum())
    total.sum().backward()
