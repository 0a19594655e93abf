"""Tensors that lie differently in memory. Nothing here knows what is right."""

import torch


def channels_last(function, x, w, b):
    """The function of tensors that equal x and w, whose channels lie together in memory."""
    return function(*(part.to(memory_format=torch.channels_last) for part in (x, w)), b)


def transposed(function, x, w, b):
    """The function of tensors that equal x and w, whose columns lie together in memory."""
    return function(*(part.transpose(2, 3).contiguous().transpose(2, 3) for part in (x, w)), b)
