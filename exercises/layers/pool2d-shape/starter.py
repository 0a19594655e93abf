# quizzer: pool2d-shape
"""Compute the output size of two-dimensional pooling."""


def pool2d_shape(hw, k, stride=None, padding=0, ceil_mode=False):
    """Return the (height, width) that ``F.max_pool2d`` makes of an input of size ``hw``, as two ints.

    ``k``, ``stride`` and ``padding`` are ints or pairs; without ``stride`` it is the kernel size. A padding of
    more than half the kernel size raises.
    """
    height, width = hw
    return height, width
