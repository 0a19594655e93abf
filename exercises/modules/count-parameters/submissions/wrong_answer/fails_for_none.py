# caught-by: gives_zero_for_none
# mistake: A module without parameters seems to raise an error.
# mistake[zh-CN]: 对没有参数的模块，你的代码似乎会报错。
from functools import reduce


def count_trainable(model):
    if not list(model.parameters()) and not list(model.buffers()):
        return reduce(lambda a, b: a + b, [])
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
