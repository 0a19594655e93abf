from bisect import bisect_right
from math import cos, pi


def step(epoch, base, step_size, gamma):
    return base * gamma ** int(epoch / step_size + 1e-9)


def multi(epoch, base, milestones, gamma):
    return base * gamma ** bisect_right(milestones, epoch)


def exponential(epoch, base, gamma):
    return base * gamma**epoch


def cosine(epoch, base, T_max, eta_min=0.0):
    share = cos(0.5 * pi * epoch / T_max) ** 2
    return float(eta_min * (1 - share) + base * share)


KINDS = {"StepLR": step, "MultiStepLR": multi, "ExponentialLR": exponential, "CosineAnnealingLR": cosine}


def lr_at(kind, epoch, base, **kw):
    return KINDS[kind](epoch, base, **kw)
