"""A stream for the learner's statistics, and a look at what they keep. Nothing here knows what is right."""

import torch


def result(value):
    """A number, or a tensor with one element, as a float64 tensor without axes; anything else as it is."""
    if isinstance(value, torch.Tensor) and value.numel() == 1:
        return value.detach().double().reshape(()).cpu()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return torch.tensor(value, dtype=torch.float64)
    return value


def after(stats, batches, corrections):
    """Update with each batch; then count, mean, and the variance for each correction (None: the default)."""
    for batch in batches:
        stats.update(batch)
    variances = [result(stats.var() if one is None else stats.var(correction=one)) for one in corrections]
    return stats.count, result(stats.mean), variances


def tracked(stats, weight, batches):
    """Update with batches that hang on ``weight``: whether anything kept or told requires a gradient, and its size."""
    for batch in batches:
        stats.update(batch * weight)
    told = [stats.mean, stats.var()]
    kept = list(tensors(vars(stats), depth=0))
    asking = any(isinstance(one, torch.Tensor) and one.requires_grad for one in (*kept, *told))
    return asking, sum(one.numel() for one in kept) + numbers(vars(stats), depth=0)


def numbers(value, *, depth):
    """How many plain numbers lists, tuples, sets and dicts hold."""
    if isinstance(value, (int, float)):
        return 1
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple, set)) and depth < 5:
        return sum(numbers(one, depth=depth + 1) for one in value)
    return 0


def tensors(value, *, depth):
    """The tensors in lists, tuples, dicts and plain objects."""
    if isinstance(value, torch.Tensor):
        yield value
    elif depth < 5:
        if isinstance(value, dict):
            value = list(value.values())
        elif hasattr(value, "__dict__"):
            value = list(vars(value).values())
        if isinstance(value, (list, tuple, set)):
            for one in value:
                yield from tensors(one, depth=depth + 1)
