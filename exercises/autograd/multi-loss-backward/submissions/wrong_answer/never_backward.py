# caught-by: adds_weighted_scalars
# mistake: No gradient seems to be computed: is `backward` called?
# mistake[zh-CN]: 似乎没有计算梯度：调用 `backward` 了吗？
def weighted_backward(outputs, weights):
    return sum((weight * output).sum() for output, weight in zip(outputs, weights))
