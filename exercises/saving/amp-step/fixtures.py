"""A network with given weights, and a step that is watched by hooks. Nothing here knows what is right."""

import warnings

import torch
from torch import nn


def build(weights):
    """Two linear layers with a tanh in between; copies of [weight 1, bias 1, weight 2, bias 2]."""
    (hidden, features), classes = weights[0].shape, weights[2].shape[0]
    model = nn.Sequential(nn.Linear(features, hidden), nn.Tanh(), nn.Linear(hidden, classes))
    with torch.no_grad():
        for parameter, weight in zip(model.parameters(), weights, strict=True):
            parameter.copy_(weight)
    return model


def watch(amp_loss, weights, x, y, training=True):
    """One step: the loss, the gradients, and what was seen on the way."""
    model = build(weights).train(training)
    before = [id(parameter) for parameter in model.parameters()]
    outputs = []
    handles = [
        layer.register_forward_hook(lambda module, args, output: outputs.append(str(output.dtype)))
        for layer in model
        if isinstance(layer, nn.Linear)
    ]
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        loss = amp_loss(model, x, y)
    on_after = torch.is_autocast_enabled("cpu")
    torch.set_autocast_enabled("cpu", False)
    for handle in handles:
        handle.remove()
    seen = {
        "loss": loss.detach() if isinstance(loss, torch.Tensor) else loss,
        "outputs": outputs,
        "autocast_after": on_after,
        "training": model.training,
        "future_warnings": [str(w.message) for w in heard if issubclass(w.category, FutureWarning)],
        "weights": [parameter.detach().clone() for parameter in model.parameters()],
        "same_objects": before == [id(parameter) for parameter in model.parameters()],
        "gradients": None,
    }
    if isinstance(loss, torch.Tensor) and loss.requires_grad and loss.ndim == 0:
        loss.backward()
        seen["gradients"] = [parameter.grad for parameter in model.parameters()]
    return seen
