"""A coroutine that keeps its state in local variables."""


def schedule(lr, mode, factor, patience, threshold, cooldown, min_lr):
    sign = -1.0 if mode == "min" else 1.0
    limit = float("-inf")
    waited, rest = 0, 0
    while True:
        metric = yield lr
        better = sign * metric > limit
        if better:
            limit = sign * metric * (1 + sign * threshold)
        waited = 0 if better or rest else waited + 1
        rest = max(0, rest - 1)
        if waited == patience + 1:
            waited, rest = 0, cooldown
            lr = lr * factor if lr * factor > min_lr else min_lr


class Plateau:
    def __init__(self, *args, **kwargs):
        self.rates = schedule(*args, **kwargs)
        next(self.rates)

    def step(self, metric):
        return self.rates.send(metric)
