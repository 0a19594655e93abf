"""divmod gives the whole steps; what is left over is dropped."""


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    if padding == "same":
        return hw
    if padding == "valid":
        padding = 0
    sizes = []
    for axis in range(2):
        n, k, s, p, d = (
            option if isinstance(option, int) else option[axis]
            for option in (hw, kernel_size, stride, padding, dilation)
        )
        steps, _left_over = divmod(n + 2 * p - (d * (k - 1) + 1), s)
        if steps < 0:
            raise ValueError("kernel larger than input")
        sizes.append(steps + 1)
    return (sizes[0], sizes[1])
