# caught-by: decays_exponentially
# mistake: You seem to use e to a power instead of gamma.
# mistake[zh-CN]: 你似乎用了 e 的幂，而不是 gamma 的幂。
import math


def lr_at(kind, epoch, base, **kw):
    if kind == "StepLR":
        return base * kw["gamma"] ** (epoch // kw["step_size"])
    if kind == "MultiStepLR":
        return base * kw["gamma"] ** sum(m <= epoch for m in kw["milestones"])
    if kind == "ExponentialLR":
        return base * math.exp(-(1 - kw["gamma"]) * epoch)
    low = kw["eta_min"]
    return low + (base - low) * (1 + math.cos(math.pi * epoch / kw["T_max"])) / 2
