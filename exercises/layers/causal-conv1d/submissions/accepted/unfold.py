"""Windows by unfold, one einsum."""

import torch
import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    span = (weight.shape[-1] - 1) * dilation + 1
    windows = F.pad(x, (span - 1, 0)).unfold(2, span, 1)[..., ::dilation]
    y = torch.einsum("nctk,ock->not", windows, weight)
    return y if bias is None else y + bias[:, None]
