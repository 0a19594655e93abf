"""Iterates over the learner's objects. Nothing here knows what is right."""

import torch


def epochs(make, arguments, options, count=1, seed=None, global_seed=None):
    """The length, the batches of ``count`` epochs, and whether torch's global generator was used."""
    if global_seed is not None:
        torch.manual_seed(global_seed)
    if seed is not None:
        options = {**options, "generator": torch.Generator().manual_seed(seed)}
    before = torch.get_rng_state()
    batches = make(*arguments, **options)
    length = len(batches)
    seen = [list(batches) for _ in range(count)]
    return length, seen, not torch.equal(before, torch.get_rng_state())


def reseeded(make, arguments, seed):
    """Two epochs of one object, torch's global generator seeded alike before each."""
    batches = make(*arguments, shuffle=True)
    seen = []
    for _ in range(2):
        torch.manual_seed(seed)
        seen.append(list(batches))
    return seen


def lengths(make, calls):
    """``(len, batches)`` for each ``(n, batch_size, drop_last)``."""
    made = [make(n, size, drop_last=drop) for n, size, drop in calls]
    return [(len(batches), list(batches)) for batches in made]


def two_at_once(make, arguments, options, seed):
    """Two iterations in turn after one that is broken off."""
    batches = make(*arguments, **options, generator=torch.Generator().manual_seed(seed))
    for _ in batches:
        break
    return [list(pair) for pair in zip(zip(batches, batches), range(1000))], list(batches)
