# quizzer: conv2d-shape
"""Compute the output size of a two-dimensional convolution."""


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    """Return the (height, width) that ``nn.Conv2d`` makes of an input of size ``hw``, as two ints.

    ``kernel_size``, ``stride``, ``padding`` and ``dilation`` are ints or pairs; ``padding`` may be
    ``'same'`` or ``'valid'``. Raises ValueError if the kernel does not fit into the padded input.
    """
    height, width = hw
    return height, width
