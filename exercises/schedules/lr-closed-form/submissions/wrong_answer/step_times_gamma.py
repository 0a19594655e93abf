# caught-by: steps
# mistake: You seem to multiply by gamma instead of raising it to a power.
# mistake[zh-CN]: 你似乎是乘以 gamma 的倍数，而不是取幂。
import math


def lr_at(kind, epoch, base, **kw):
    if kind == "StepLR":
        return base * (kw["gamma"] * (epoch // kw["step_size"]) if epoch >= kw["step_size"] else 1.0)
    if kind == "MultiStepLR":
        return base * kw["gamma"] ** sum(m <= epoch for m in kw["milestones"])
    if kind == "ExponentialLR":
        return base * kw["gamma"] ** epoch
    low = kw["eta_min"]
    return low + (base - low) * (1 + math.cos(math.pi * epoch / kw["T_max"])) / 2
