# caught-by: returns_tuples_of_ints
# mistake: Your shapes seem to be lists.
# mistake[zh-CN]: 你的形状似乎是列表。
"""Lists."""

from torch import nn


def weight_shapes(spec):
    layer, arguments = spec
    made = getattr(nn, layer)(**arguments)
    return {name: list(parameter.shape) for name, parameter in made.named_parameters()}
