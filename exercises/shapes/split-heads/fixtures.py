"""Tensors in several memory layouts. Nothing here knows what is right."""


def permuted(function, x, order, *args):
    """The function of a tensor that equals x, but lies in memory with its axes in this order."""
    back = [order.index(axis) for axis in range(x.ndim)]
    return function(x.permute(order).contiguous().permute(back), *args)


def every_second(function, x, *args):
    """The function of every second element of a larger tensor, along the last axis."""
    return function(x.repeat_interleave(2, dim=-1)[..., ::2], *args)
