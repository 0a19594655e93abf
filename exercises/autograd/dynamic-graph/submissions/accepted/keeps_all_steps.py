import itertools

import torch


def double_until(x, limit):
    steps = [x.clone()]
    for n in itertools.count():
        with torch.no_grad():
            done = bool(steps[-1].pow(2).sum() ** 0.5 >= limit)
        if done:
            return steps[-1], n
        steps.append(2.0 * steps[-1])
