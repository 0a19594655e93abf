# caught-by: counts_milestones
# mistake: The milestones seem to be taken for distances.
# mistake[zh-CN]: 里程碑似乎被当成了间隔。
import math


def lr_at(kind, epoch, base, **kw):
    if kind == "StepLR":
        return base * kw["gamma"] ** (epoch // kw["step_size"])
    if kind == "MultiStepLR":
        return base * kw["gamma"] ** sum(sum(kw["milestones"][: i + 1]) <= epoch for i in range(len(kw["milestones"])))
    if kind == "ExponentialLR":
        return base * kw["gamma"] ** epoch
    low = kw["eta_min"]
    return low + (base - low) * (1 + math.cos(math.pi * epoch / kw["T_max"])) / 2
