# caught-by: takes_scalars_and_a_matrix
# mistake: You seem to average over the elements of an output instead of adding them.
# mistake[zh-CN]: 你似乎对输出的各元素求了平均，而不是求和。
def weighted_backward(outputs, weights):
    sum((weight * output).mean() for output, weight in zip(outputs, weights)).backward()
