# caught-by: follows_the_cosine
# mistake: The cosine seems to take 2 * T_max epochs down.
# mistake[zh-CN]: 余弦似乎用了 2 * T_max 个 epoch 才降到底。
import math


def lr_at(kind, epoch, base, **kw):
    if kind == "StepLR":
        return base * kw["gamma"] ** (epoch // kw["step_size"])
    if kind == "MultiStepLR":
        return base * kw["gamma"] ** sum(m <= epoch for m in kw["milestones"])
    if kind == "ExponentialLR":
        return base * kw["gamma"] ** epoch
    low = kw["eta_min"]
    return low + (base - low) * (1 + math.cos(math.pi * epoch / (2 * kw["T_max"]))) / 2
