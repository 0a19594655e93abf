# caught-by: follows_the_cosine
# mistake: The rate seems to stay at eta_min beyond T_max.
# mistake[zh-CN]: 超过 T_max 后学习率似乎停在 eta_min。
import math


def lr_at(kind, epoch, base, **kw):
    if kind == "StepLR":
        return base * kw["gamma"] ** (epoch // kw["step_size"])
    if kind == "MultiStepLR":
        return base * kw["gamma"] ** sum(m <= epoch for m in kw["milestones"])
    if kind == "ExponentialLR":
        return base * kw["gamma"] ** epoch
    low = kw["eta_min"]
    return low + (base - low) * (1 + math.cos(math.pi * min(epoch, kw["T_max"]) / kw["T_max"])) / 2
