"""The real layer's parameters."""

from torch import nn


def weight_shapes(spec):
    layer, arguments = spec
    made = getattr(nn, layer)(**arguments)
    return {name: tuple(parameter.shape) for name, parameter in made.named_parameters()}
