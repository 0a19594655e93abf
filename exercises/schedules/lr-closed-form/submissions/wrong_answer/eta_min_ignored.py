# caught-by: follows_the_cosine
# mistake: You seem to ignore `eta_min`.
# mistake[zh-CN]: 你似乎忽略了 `eta_min`。
import math


def lr_at(kind, epoch, base, **kw):
    if kind == "StepLR":
        return base * kw["gamma"] ** (epoch // kw["step_size"])
    if kind == "MultiStepLR":
        return base * kw["gamma"] ** sum(m <= epoch for m in kw["milestones"])
    if kind == "ExponentialLR":
        return base * kw["gamma"] ** epoch
    low = 0.0
    return low + (base - low) * (1 + math.cos(math.pi * epoch / kw["T_max"])) / 2
