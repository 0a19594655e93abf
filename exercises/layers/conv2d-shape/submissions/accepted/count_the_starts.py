"""Counts the places where the kernel can start."""


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    if padding == "same":
        return hw[0], hw[1]

    def option(value, axis):
        return value[axis] if isinstance(value, (tuple, list)) else value

    result = ()
    for axis in (0, 1):
        border = 0 if padding == "valid" else option(padding, axis)
        last_tap = option(dilation, axis) * (option(kernel_size, axis) - 1)
        starts = range(0, hw[axis] + 2 * border - last_tap, option(stride, axis))
        if not starts:
            raise ValueError("the kernel does not fit")
        result += (len(starts),)
    return result
