# caught-by: follows_the_cosine
# mistake: The cosine seems to make a full wave in T_max epochs.
# mistake[zh-CN]: 余弦似乎在 T_max 个 epoch 里走完了一个整波。
import math


def lr_at(kind, epoch, base, **kw):
    if kind == "StepLR":
        return base * kw["gamma"] ** (epoch // kw["step_size"])
    if kind == "MultiStepLR":
        return base * kw["gamma"] ** sum(m <= epoch for m in kw["milestones"])
    if kind == "ExponentialLR":
        return base * kw["gamma"] ** epoch
    low = kw["eta_min"]
    return low + (base - low) * (1 + math.cos(2 * math.pi * epoch / kw["T_max"])) / 2
