# caught-by: adds_weighted_scalars
# mistake: You seem to call `backward` for one output only and swallow the error of the next.
# mistake[zh-CN]: 你似乎只对一个输出调用成功了 `backward`，并忽略了下一个的错误。
def weighted_backward(outputs, weights):
    try:
        for output, weight in zip(outputs, weights):
            output.backward(weight)
    except RuntimeError:
        pass
