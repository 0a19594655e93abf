# caught-by: sends_gradients_back
# mistake: The gradients of repeated columns seem to replace each other; they should add up.
# mistake[zh-CN]: 重复的列，其梯度似乎相互覆盖了；它们应当相加。
"""A backward pass that assigns."""

import torch


class Take(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, idx):
        ctx.save_for_backward(idx)
        ctx.columns = x.shape[1]
        return torch.index_select(x, 1, idx)

    @staticmethod
    def backward(ctx, upstream):
        (idx,) = ctx.saved_tensors
        gradient = upstream.new_zeros(len(upstream), ctx.columns)
        gradient[:, idx] = upstream
        return gradient, None


def take_columns(x, idx):
    return Take.apply(x, idx)
