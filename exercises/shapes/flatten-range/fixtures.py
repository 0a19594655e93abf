"""Tensors in several layouts, and writes into results. Nothing here knows what is right."""


def laid_out(x, layout):
    """A tensor that equals x: plain, or with its axes in another order in memory, or a slice of a larger tensor."""
    if layout == "sliced":
        return x.repeat_interleave(2, dim=0)[::2]
    if layout == "sliced at the end":
        return x.repeat_interleave(2, dim=-1)[..., ::2]
    if layout == "transposed":
        order = [*range(x.ndim - 2), x.ndim - 1, x.ndim - 2]
        return x.permute(order).contiguous().permute(order)
    return x.clone()


def flat(flatten, x, layout, *args):
    """The result for such a tensor."""
    return flatten(laid_out(x, layout), *args)


def after_writing_into_the_result(flatten, x, layout, *args):
    """What the tensor holds after 7 was added to the result."""
    y = laid_out(x, layout)
    flatten(y, *args).add_(7)
    return y
