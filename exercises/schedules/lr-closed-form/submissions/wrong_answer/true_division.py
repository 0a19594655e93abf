# caught-by: steps
# mistake: You seem to divide truly: the rate falls in every epoch.
# mistake[zh-CN]: 你似乎用了真除法：学习率每个 epoch 都在下降。
import math


def lr_at(kind, epoch, base, **kw):
    if kind == "StepLR":
        return base * kw["gamma"] ** (epoch / kw["step_size"])
    if kind == "MultiStepLR":
        return base * kw["gamma"] ** sum(m <= epoch for m in kw["milestones"])
    if kind == "ExponentialLR":
        return base * kw["gamma"] ** epoch
    low = kw["eta_min"]
    return low + (base - low) * (1 + math.cos(math.pi * epoch / kw["T_max"])) / 2
