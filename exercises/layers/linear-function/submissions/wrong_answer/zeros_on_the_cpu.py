# caught-by: follows_the_device
# mistake: A bias of zeros is made on the CPU, wherever x is.
# mistake[zh-CN]: 全零的偏置建在了 CPU 上，而不管 x 在哪里。
import torch


def linear(x, weight, bias=None):
    if bias is None:
        bias = torch.zeros(weight.shape[0], dtype=x.dtype)
    return x @ weight.t() + bias
