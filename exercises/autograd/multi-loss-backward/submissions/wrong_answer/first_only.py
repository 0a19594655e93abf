# caught-by: adds_weighted_scalars
# mistake: Only the first output seems to count.
# mistake[zh-CN]: 似乎只有第一个输出计入。
def weighted_backward(outputs, weights):
    outputs[0].backward(weights[0])
