# caught-by: adds_weighted_scalars
# mistake: The weights seem to go to the wrong outputs.
# mistake[zh-CN]: 权重似乎对应到了错误的输出。
def weighted_backward(outputs, weights):
    order = list(weights)
    if len(order) == 2 and order[0].shape == order[1].shape:
        order.reverse()
    sum((weight * output).sum() for output, weight in zip(outputs, order)).backward()
