# caught-by: steps
# mistake: You seem to return a tensor.
# mistake[zh-CN]: 你似乎返回了张量。
import math

import torch


def lr_at(kind, epoch, base, **kw):
    if kind == "StepLR":
        return torch.tensor(base) * kw["gamma"] ** (epoch // kw["step_size"])
    if kind == "MultiStepLR":
        return base * kw["gamma"] ** sum(m <= epoch for m in kw["milestones"])
    if kind == "ExponentialLR":
        return base * kw["gamma"] ** epoch
    low = kw["eta_min"]
    return low + (base - low) * (1 + math.cos(math.pi * epoch / kw["T_max"])) / 2
