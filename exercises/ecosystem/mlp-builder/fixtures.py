"""The learner's model, looked at while it runs. Nothing here knows what is right."""

import torch
from torch import nn
from torch.nn.modules.module import register_module_forward_hook

CONTAINERS = ("Sequential", "ModuleList", "ModuleDict", "Identity")


def make(mlp, in_channels, hidden_channels, options):
    """The model; layers are named in options."""
    options = {name: getattr(nn, value) if isinstance(value, str) else value for name, value in options.items()}
    return mlp(in_channels, list(hidden_channels), **options)


def run(model, x):
    """The layers of torch.nn that ran, in order: name, facts, and a number for each object."""
    seen, numbers = [], {}

    def look(module, inputs, output):
        kind = type(module)
        if kind.__module__.startswith("torch.nn.") and kind.__name__ not in CONTAINERS:
            facts = None
            if isinstance(module, nn.Linear):
                facts = [module.in_features, module.out_features, module.bias is not None]
            elif isinstance(module, nn.Dropout):
                facts = module.p
            elif isinstance(module, nn.BatchNorm1d):
                facts = module.num_features
            numbers.setdefault(id(module), (len(numbers), module))
            seen.append((kind.__name__, facts, numbers[id(module)][0]))

    hook = register_module_forward_hook(look)
    try:
        model(x)
    finally:
        hook.remove()
    return seen


def shapes(model):
    return [tuple(p.shape) for p in model.parameters()]


def filled(model, numbers, x, upstream):
    """Put these numbers into the parameters; the result in evaluation mode and the gradients."""
    with torch.no_grad():
        for parameter, number in zip(model.parameters(), numbers, strict=True):
            parameter.copy_(number)
    model.eval()
    y = model(x)
    y.backward(upstream)
    return y.detach().clone(), [p.grad for p in model.parameters()]


def sizes_after(mlp, sizes):
    """The list of sizes after a model was made of it."""
    mlp(4, sizes)
    return sizes
