# caught-by: takes_scalars_and_a_matrix
# mistake: You seem to treat every output as a single number.
# mistake[zh-CN]: 你似乎把每个输出都当成了一个数。
def weighted_backward(outputs, weights):
    sum(weight * output for output, weight in zip(outputs, weights) if output.dim() == 0).backward()
