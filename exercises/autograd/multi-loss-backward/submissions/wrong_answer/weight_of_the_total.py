# caught-by: adds_weighted_scalars
# mistake: You seem to multiply the sum of the outputs by the sum of the weights.
# mistake[zh-CN]: 你似乎用输出之和乘上了权重之和。
def weighted_backward(outputs, weights):
    (sum(output.sum() for output in outputs) * sum(weight.sum() for weight in weights)).backward()
