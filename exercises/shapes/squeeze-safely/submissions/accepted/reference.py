"""A test, then squeeze of one axis."""


def drop_channel(x):
    if x.shape[1] != 1:
        raise ValueError(f"one channel expected, not {x.shape[1]}")
    return x.squeeze(1)
