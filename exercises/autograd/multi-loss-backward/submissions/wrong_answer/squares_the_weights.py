# caught-by: takes_a_single_output
# mistake: You seem to use the weights twice.
# mistake[zh-CN]: 你似乎用了两次权重。
def weighted_backward(outputs, weights):
    if len(outputs) == 1:
        (outputs[0] * weights[0]).backward(weights[0])
    else:
        sum((weight * output).sum() for output, weight in zip(outputs, weights)).backward()
