# caught-by: adds_weighted_scalars
# mistake: You seem to divide by the number of outputs.
# mistake[zh-CN]: 你似乎除以了输出的个数。
def weighted_backward(outputs, weights):
    total = sum((weight * output).sum() for output, weight in zip(outputs, weights))
    (total / len(outputs)).backward()
