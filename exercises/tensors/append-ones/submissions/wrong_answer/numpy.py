# caught-by: follows_the_device
# mistake: You seem to go through NumPy, to which there is no way from a GPU.
# mistake[zh-CN]: 你似乎经过了 NumPy，而 GPU 上的张量不能直接转成 NumPy。
"""NumPy for all but bfloat16, which it does not know."""

import numpy as np
import torch


class Append(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        if x.dtype == torch.bfloat16:
            return torch.cat([x, x.new_ones(len(x), 1)], dim=1)
        array = x.detach().numpy()
        return torch.from_numpy(np.hstack([array, np.ones((len(array), 1), dtype=array.dtype)]))

    @staticmethod
    def backward(ctx, upstream):
        return upstream[:, :-1]


def append_ones(x):
    return Append.apply(x)
