"""math.floor and math.ceil of a true division."""

import math


def pool2d_shape(hw, k, stride=None, padding=0, ceil_mode=False):
    def at(option, axis):
        return option[axis] if isinstance(option, (tuple, list)) else option

    sizes = []
    for axis in (0, 1):
        n, kernel, p = hw[axis], at(k, axis), at(padding, axis)
        step = kernel if stride is None else at(stride, axis)
        if p > kernel / 2:
            raise RuntimeError("pad should be at most half of the kernel size")
        size = (math.ceil if ceil_mode else math.floor)((n + 2 * p - kernel) / step + 1)
        sizes.append(min(size, math.ceil((n + p) / step)) if ceil_mode else size)
    return sizes[0], sizes[1]
