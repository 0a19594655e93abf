"""A function for one axis, called twice; the padding is resolved to a total first."""


def both(option):
    if isinstance(option, int):
        return option, option
    return option


def out_size(size, kernel, stride, total_padding, dilation):
    span = dilation * (kernel - 1) + 1
    if span > size + total_padding:
        raise ValueError(f"a kernel spanning {span} does not fit into {size + total_padding}")
    return (size + total_padding - span) // stride + 1


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    kernel_size, stride, dilation = both(kernel_size), both(stride), both(dilation)
    if padding == "same":
        total = [d * (k - 1) for k, d in zip(kernel_size, dilation)]
    elif padding == "valid":
        total = [0, 0]
    else:
        total = [2 * p for p in both(padding)]
    h = out_size(hw[0], kernel_size[0], stride[0], total[0], dilation[0])
    w = out_size(hw[1], kernel_size[1], stride[1], total[1], dilation[1])
    return h, w
