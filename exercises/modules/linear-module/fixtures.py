"""The learner's layer, looked at. Nothing here knows what is right."""

import torch
from torch import nn


def state(layer):
    """Names and values of what state_dict holds, sorted."""
    return [(name, value.detach().clone()) for name, value in sorted(layer.state_dict().items())]


def parameters(layer):
    return [(name, p.detach().clone(), p.requires_grad) for name, p in sorted(layer.named_parameters())]


def exchange(layer, weight, bias, x):
    """Numbers of an nn.Linear loaded into the layer and back into another nn.Linear: both results."""
    sizes = weight.shape[1], weight.shape[0]
    torchs, other = (nn.Linear(*sizes, bias=bias is not None).to(weight.dtype) for _ in range(2))
    with torch.no_grad():
        torchs.weight.copy_(weight)
        if bias is not None:
            torchs.bias.copy_(bias)
    layer.load_state_dict(torchs.state_dict())
    first = layer(x).detach().clone()
    other.load_state_dict(layer.state_dict())
    return first, other(x).detach().clone()


def set_all(layer, weight, bias):
    """Put these numbers into the layer's state."""
    layer.load_state_dict({"weight": weight} if bias is None else {"weight": weight, "bias": bias})


def doubled(layer):
    layer.double()
    return [str(p.dtype) for p in layer.parameters()]
