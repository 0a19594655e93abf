"""The tensor alone, for a gradient. Nothing here knows what is right."""


def tensor_of(double_until, x, limit):
    """The first part of the result."""
    return double_until(x, limit)[0]
