"""Models in which chosen layers give bad numbers. Nothing here knows what is right."""

import torch
from torch import nn


class Plant(nn.Module):
    """Passes its input on, with one element replaced in the given calls (and modes)."""

    def __init__(self, value=None, calls=(0,), only_in_training=False):
        super().__init__()
        self.value, self.calls, self.only_in_training, self.count = value, calls, only_in_training, 0

    def forward(self, x):
        number, self.count = self.count, self.count + 1
        if self.value is None or number not in self.calls or (self.only_in_training and not self.training):
            return x * 1.0
        y = x.clone()
        y.view(-1)[y.numel() // 2] = self.value
        return y


class Clean(nn.Module):
    def forward(self, x):
        return torch.nan_to_num(x, nan=0.0, posinf=0.0, neginf=0.0)


class InOrder(nn.Module):
    """Calls its layers in another order than they were registered in, some of them repeatedly."""

    def __init__(self, layers, order):
        super().__init__()
        self.order = order
        for name, layer in layers.items():
            self.add_module(name, layer)

    def forward(self, x):
        for name in self.order:
            x = getattr(self, name)(x)
        return x


class Spoils(nn.Module):
    """A container that spoils the output of its own layer."""

    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(4, 4)

    def forward(self, x):
        return self.inner(x) / torch.zeros(1)


def layer(spec):
    """A layer from ["linear"], ["plant", value, calls, only_in_training], ["clean"], ["spoils"], ["seq", ...] or ["order", {}, []]."""
    kind, *rest = spec
    if kind == "seq":
        return nn.Sequential(*(layer(part) for part in rest))
    if kind == "order":
        return InOrder({name: layer(part) for name, part in rest[0].items()}, rest[1])
    if kind == "plant":
        value = {"nan": float("nan"), "inf": float("inf"), "-inf": float("-inf"), "none": None}[rest[0]]
        return Plant(value, *rest[1:])
    return {"linear": lambda: nn.Linear(4, 4), "clean": Clean, "relu": nn.ReLU, "spoils": Spoils, "drop": nn.Dropout}[
        kind
    ]()


class Counted(nn.Sequential):
    """Counts how often it is run."""

    runs = 0

    def forward(self, x):
        self.runs += 1
        return super().forward(x)


def find(first_bad_module, spec, x, seed, evaluate=()):
    """Ask the learner about the model, and look for traces."""
    torch.manual_seed(seed)
    model = Counted(*(layer(part) for part in spec))
    modules = dict(model.named_modules())
    for name in evaluate:
        modules[name].training = False
    calls = []
    for module in modules.values():
        module.register_forward_hook(lambda module, args, output: calls.append(type(module).__name__))
    modes = {name: module.training for name, module in modules.items()}
    kinds = ("_forward_hooks", "_forward_pre_hooks", "_backward_hooks")
    count = {name: [len(getattr(module, kind)) for kind in kinds] for name, module in modules.items()}
    everywhere = len(nn.modules.module._global_forward_hooks)
    result = first_bad_module(model, x)
    return {
        "result": result,
        "runs": model.runs,
        "modes_changed": [name for name, module in model.named_modules() if module.training != modes[name]],
        "hooks": {name: [len(getattr(module, kind)) for kind in kinds] for name, module in modules.items()},
        "hooks_before": count,
        "global_hooks": len(nn.modules.module._global_forward_hooks) - everywhere,
        "grad_enabled": torch.is_grad_enabled(),
    }
