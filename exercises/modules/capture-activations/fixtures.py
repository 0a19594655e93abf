"""Models for the learner's function, and a look at what it leaves behind. Nothing here knows what is right."""

import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.fc1, self.act, self.fc2 = nn.Linear(size, size + 1), nn.ReLU(inplace=True), nn.Linear(size + 1, size)

    def forward(self, x):
        return x + self.fc2(self.act(self.fc1(x)))


class Net(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.calls = 0
        self.stem = nn.Linear(4, size)
        self.body = nn.Sequential(Block(size), Block(size))
        self.head = nn.Sequential(nn.Tanh(), nn.Linear(size, 2))

    def forward(self, x):
        self.calls += 1
        return self.head(self.body(self.stem(x)))


class Broken(nn.Module):
    def forward(self, x):
        raise ArithmeticError("this layer is broken")


def captured(capture, size, names, x, seed):
    """The record of a seeded model, its parameters, and what was left behind."""
    torch.manual_seed(seed)
    model = Net(size).eval()
    model.body[0].train()
    state = {name: value.clone() for name, value in model.state_dict().items()}
    model.stem.bias.requires_grad_(False)
    flags = [parameter.requires_grad for parameter in model.parameters()]
    modes = [part.training for part in model.modules()]
    record = capture(model, list(names), x)
    same = all(torch.equal(value, state[name]) for name, value in model.state_dict().items())
    unchanged = same and modes == [part.training for part in model.modules()]
    unchanged = unchanged and flags == [parameter.requires_grad for parameter in model.parameters()]
    asking = any(isinstance(value, torch.Tensor) and value.requires_grad for value in values_of(record))
    return record, state, {"hooks": hooks(model), "calls": model.calls, "unchanged": unchanged, "asking": asking}


def values_of(record):
    return list(record.values()) if isinstance(record, dict) else []


def after_trouble(capture, x, names, *, broken):
    """What was raised, as the names of its classes, and the hooks that are left."""
    model = nn.Sequential(nn.Linear(4, 3), nn.Sequential(nn.Tanh(), Broken() if broken else nn.Tanh()), nn.Linear(3, 2))
    try:
        capture(model, list(names), x)
    except Exception as error:
        raised = [one.__name__ for one in type(error).__mro__]
    else:
        raised = []
    return raised, hooks(model)


def keeps_others(capture, x):
    """Whether a hook that was there before is still called, once for each forward."""
    model = nn.Sequential(nn.Linear(4, 3), nn.Tanh())
    seen = []
    model[0].register_forward_hook(lambda module, arguments, output: seen.append(1))
    capture(model, ["0", "1"], x)
    model(x)
    return len(seen)


def hooks(model):
    tables = ("_forward_hooks", "_forward_pre_hooks", "_backward_hooks", "_backward_pre_hooks")
    own = sum(len(getattr(part, table, {})) for part in model.modules() for table in tables)
    return own + len(torch.nn.modules.module._global_forward_hooks)
