"""Models of several kinds. Nothing here knows what is right."""

import torch
from torch import nn


class Holder(nn.Module):
    """A module to hang tensors on."""


def plain(sizes, dtype="float32"):
    """Linear layers of these sizes with ReLUs between them."""
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
    return nn.Sequential(*layers).to(getattr(torch, dtype))


def normed(channels, affine=True, track=True, dtype="float32"):
    norm = nn.BatchNorm2d(channels, affine=affine, track_running_stats=track)
    return nn.Sequential(nn.Conv2d(2, channels, 3, bias=False), norm).to(getattr(torch, dtype))


def with_buffer(shape, dtype, persistent):
    model = nn.Sequential(nn.Linear(2, 3))
    model[0].register_buffer("extra", torch.zeros(shape, dtype=getattr(torch, dtype)), persistent=persistent)
    model.register_buffer("nothing", None)
    return model


def mixed(size):
    """A half and a double layer, and a frozen one."""
    model = nn.ModuleDict({"first": nn.Linear(size, 2).half(), "second": nn.Linear(2, size).double()})
    model["frozen"] = nn.Linear(1, size).requires_grad_(False)
    return model


def tied(vocabulary, width, separate):
    """An embedding and an output layer on one memory: as one parameter, or as two."""
    model = nn.ModuleDict({"embed": nn.Embedding(vocabulary, width), "out": nn.Linear(width, vocabulary)})
    weight = model["embed"].weight
    model["out"].weight = nn.Parameter(weight.detach()) if separate else weight
    return model


def repeated(size):
    layer = nn.Linear(size, size)
    return nn.Sequential(layer, nn.ReLU(), layer, nn.Sequential(layer))


def views(rows, columns, kind):
    """A whole tensor, and parts of it, as buffers and parameters, in an order that depends on ``kind``."""
    whole = torch.zeros(rows, columns)
    model = Holder()
    parts = {"end": whole[rows - 2 :], "begin": whole[:1], "turned": whole.t(), "row": whole[1]}
    if kind == "parts_first":
        model.register_parameter("part", nn.Parameter(whole[1 : rows - 1]))
        for name, part in parts.items():
            model.register_buffer(name, part)
        model.register_buffer("whole", whole)
    else:
        model.register_parameter("whole", nn.Parameter(whole))
        for name, part in parts.items():
            model.register_buffer(name, part)
    return model


def equal_values(size):
    """Two tensors with the same numbers, each with a memory of its own."""
    model = Holder()
    model.register_buffer("one", torch.ones(size))
    model.register_buffer("two", torch.ones(size))
    return model


def with_attributes(size):
    """A layer with gradients, a plain tensor, and a list of tensors."""
    model = nn.Sequential(nn.Linear(size, 1))
    model(torch.ones(2, size)).sum().backward()
    model.cache = torch.zeros(1000)
    model.history = [torch.zeros(10)]
    return model


def empty():
    return nn.Sequential(nn.ReLU(), nn.Dropout(0.1))


def ask(model_bytes, name, arguments):
    """What the learner says about a model, and whether its entries and gradients stay."""
    model = globals()[name](*arguments)
    before = {key: (value.data_ptr(), value.dtype) for key, value in model.state_dict().items()}
    answer = model_bytes(model)
    after = {key: (value.data_ptr(), value.dtype) for key, value in model.state_dict().items()}
    return answer, before == after
