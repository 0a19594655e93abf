# caught-by: adds_weighted_scalars
# mistake: Only the last output seems to count.
# mistake[zh-CN]: 似乎只有最后一个输出计入。
def weighted_backward(outputs, weights):
    outputs[-1].backward(weights[-1])
