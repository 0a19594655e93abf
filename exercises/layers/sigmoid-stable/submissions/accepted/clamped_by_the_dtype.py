import math

import torch


def sigmoid(x):
    # Where exp would overflow, the result is 0 up to rounding; there the slope is 0 too.
    limit = math.log(torch.finfo(x.dtype).max) - 1
    return 1 / (1 + torch.exp(-x.clamp(min=-limit)))
