"""A named tuple of settings for each axis, with the size as its property."""

from typing import NamedTuple


class Axis(NamedTuple):
    size: int
    kernel: int
    stride: int
    padding: int
    dilation: int

    @property
    def span(self):
        return 1 + (self.kernel - 1) * self.dilation

    @property
    def out(self):
        if self.span > self.size + 2 * self.padding:
            raise ValueError(f"a kernel that spans {self.span} cells does not fit: {self}")
        return 1 + (self.size + 2 * self.padding - self.span) // self.stride


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    if padding == "same":
        return tuple(hw)
    options = [hw, kernel_size, stride, 0 if padding == "valid" else padding, dilation]
    pairs = [option if isinstance(option, tuple) else (option,) * 2 for option in options]
    height, width = (Axis(*settings) for settings in zip(*pairs))
    return height.out, width.out
