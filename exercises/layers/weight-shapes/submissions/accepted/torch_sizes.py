"""torch.Size objects."""

import torch


def weight_shapes(spec):
    layer = vars(torch.nn)[spec[0]](**spec[1])
    return dict(zip(dict(layer.named_parameters()), (p.size() for p in layer.parameters())))
