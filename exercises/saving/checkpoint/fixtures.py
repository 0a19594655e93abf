"""Models, optimizers, training steps and files. Nothing here knows what is right."""

import os
import tempfile
from pathlib import Path

import torch
from torch import nn


def build(seed, hidden=6, extra=False, lr=0.05):
    """A small network with BatchNorm, and Adam; ``extra`` adds a layer, "buffers" one without parameters."""
    torch.manual_seed(seed)
    layers = [nn.Linear(4, hidden), nn.BatchNorm1d(hidden), nn.Tanh(), nn.Linear(hidden, 2)]
    if extra:
        layers.append(nn.BatchNorm1d(2, affine=False) if extra == "buffers" else nn.Linear(2, 2))
    model = nn.Sequential(*layers)
    return model, torch.optim.Adam(model.parameters(), lr=lr, betas=(0.8, 0.95))


def train(model, opt, batches):
    model.train()
    for x, y in batches:
        opt.zero_grad()
        nn.functional.mse_loss(model(x), y).backward()
        opt.step()


def state(model):
    """Copies of the model's entries by name."""
    return {name: value.clone() for name, value in model.state_dict().items()}


def moments(opt):
    return {f"{i}.{k}": torch.as_tensor(v).clone() for i, s in opt.state_dict()["state"].items() for k, v in s.items()}


def gradients(model):
    """Copies of the gradients by name; an empty tensor where there is none."""
    none = torch.empty(0)
    return {f"{name}.grad": none if p.grad is None else p.grad.clone() for name, p in model.named_parameters()}


def new_path(as_path):
    folder = Path(tempfile.mkdtemp())
    return folder / "last.pt" if as_path else str(folder / "last.pt")


def interrupted(save, load, first, second, epoch, seed, as_path, lr):
    """Train, save, load into new objects, train on; and the same without an interruption."""
    path = new_path(as_path)
    model, opt = build(seed, lr=lr)
    train(model, opt, first)
    before = (state(model), moments(opt), model.training, gradients(model))
    save(path, model, opt, epoch)
    after = (state(model), moments(opt), model.training, gradients(model))
    train(model, opt, second)
    other, other_opt = build(seed + 1, lr=0.3 * lr)
    same = [id(parameter) for parameter in other.parameters()]
    got = load(path, other, other_opt)
    same = same == [id(parameter) for parameter in other.parameters()]
    loaded = state(other)
    train(other, other_opt, second)
    return {
        "before": before,
        "after": after,
        "epoch": got,
        "loaded": loaded,
        "same_parameters": same,
        "resumed": state(other),
        "whole": state(model),
    }


def outcome(call, *arguments):
    """The name of the exception that this raises, or None."""
    try:
        call(*arguments)
    except Exception as error:
        return type(error).__name__
    return None


def readable(save, batches, seed):
    """Whether the file opens with weights_only=True."""
    path = new_path(as_path=False)
    model, opt = build(seed)
    train(model, opt, batches)
    save(path, model, opt, 3)
    return outcome(lambda: torch.load(path, weights_only=True))


def other_architecture(save, load, batches, saved, into):
    path = new_path(as_path=False)
    model, opt = build(1, **saved)
    train(model, opt, batches)
    save(path, model, opt, 3)
    return outcome(load, path, *build(2, **into))


class Trap:
    """Makes a folder when it is unpickled."""

    def __init__(self, folder):
        self.folder = folder

    def __reduce__(self):
        return (os.mkdir, (self.folder,))


def trapped(save, load, batches, seed):
    """Load a file with a trap in it, once among what save wrote and once alone: exceptions, and whether it went off."""
    model, opt = build(seed)
    train(model, opt, batches)
    path = new_path(as_path=False)
    save(path, model, opt, 2)
    content = torch.load(path, weights_only=False)
    folders = [path + ".trap0", path + ".trap1"]
    if isinstance(content, dict):
        content["notes"] = Trap(folders[0])
    else:
        content = [*content, Trap(folders[0])]
    torch.save(content, path)
    alone = path + ".alone"
    torch.save(Trap(folders[1]), alone)
    raised = [outcome(load, file, model, opt) for file in (path, alone)]
    return raised, [os.path.exists(folder) for folder in folders]


def twice(save, load, batches, seed):
    """Save two states to one file, and load it."""
    path = new_path(as_path=True)
    model, opt = build(seed)
    train(model, opt, batches[:1])
    save(path, model, opt, 1)
    train(model, opt, batches[1:])
    save(path, model, opt, 2)
    other, other_opt = build(seed + 1)
    return load(path, other, other_opt), state(other), state(model)
