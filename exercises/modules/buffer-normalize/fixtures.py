"""The learner's module, looked at. Nothing here knows what is right."""

import torch


def contents(module):
    """Names of parameters and buffers; what state_dict holds."""
    state = [(name, value.detach().clone()) for name, value in sorted(module.state_dict().items())]
    return [n for n, _ in module.named_parameters()], sorted(n for n, _ in module.named_buffers()), state


def transfer(source, target):
    target.load_state_dict(source.state_dict())


def doubled(module):
    module.double()


def on_meta(module, shape):
    """Devices after .to("meta"): those of the attributes, and that of a result."""
    module.to("meta")
    y = module(torch.zeros(shape, device="meta"))
    devices = [str(getattr(getattr(module, name, None), "device", None)) for name in ("mean", "std")]
    return devices, str(y.device), tuple(y.shape)


def lists_after(make, mean, std):
    """The two lists after a module was made of them and used."""
    make(mean, std)(torch.zeros(1, len(mean), 2, 2))
    return mean, std
