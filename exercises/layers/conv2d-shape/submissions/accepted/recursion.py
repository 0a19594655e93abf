"""One place, and those on an axis that is a stride shorter."""


def places(length, span, stride):
    if length < span:
        return 0
    return 1 + places(length - stride, span, stride)


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    match padding:
        case "same":
            return hw[0], hw[1]
        case "valid":
            padding = 0

    def per_axis(option):
        return (option, option) if isinstance(option, int) else tuple(option)

    result = tuple(
        places(n + p + p, d * k - d + 1, s)
        for n, k, s, p, d in zip(hw, *map(per_axis, (kernel_size, stride, padding, dilation)))
    )
    if not all(result):
        raise ValueError("the kernel does not fit")
    return result
