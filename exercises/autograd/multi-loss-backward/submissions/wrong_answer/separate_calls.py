# caught-by: takes_scalars_and_a_matrix
# mistake: You seem to call `backward` for each output; the first call frees the shared graph.
# mistake[zh-CN]: 你似乎对每个输出都调用了 `backward`；第一次就释放了共享的计算图。
def weighted_backward(outputs, weights):
    for output, weight in zip(outputs, weights):
        output.backward(weight)
