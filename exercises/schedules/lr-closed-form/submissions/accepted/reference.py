import math


def lr_at(kind, epoch, base, **kw):
    if kind == "StepLR":
        return base * kw["gamma"] ** (epoch // kw["step_size"])
    if kind == "MultiStepLR":
        return base * kw["gamma"] ** sum(m <= epoch for m in kw["milestones"])
    if kind == "ExponentialLR":
        return base * kw["gamma"] ** epoch
    low = kw["eta_min"]
    return low + (base - low) * (1 + math.cos(math.pi * epoch / kw["T_max"])) / 2
