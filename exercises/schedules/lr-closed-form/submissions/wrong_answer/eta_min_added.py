# caught-by: follows_the_cosine
# mistake: You seem to add `eta_min` on top of the whole wave.
# mistake[zh-CN]: 你似乎把 `eta_min` 直接加在整个波上。
import math


def lr_at(kind, epoch, base, **kw):
    if kind == "StepLR":
        return base * kw["gamma"] ** (epoch // kw["step_size"])
    if kind == "MultiStepLR":
        return base * kw["gamma"] ** sum(m <= epoch for m in kw["milestones"])
    if kind == "ExponentialLR":
        return base * kw["gamma"] ** epoch
    low = kw["eta_min"]
    return low + base * (1 + math.cos(math.pi * epoch / kw["T_max"])) / 2
