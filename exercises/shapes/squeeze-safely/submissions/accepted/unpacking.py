"""unbind, unpacked into a tuple of one."""


def drop_channel(x):
    (grey,) = x.unbind(dim=1)
    return grey
