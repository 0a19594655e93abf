# quizzer: grads-by-hand
"""The gradients of a linear regression, without autograd."""

import torch


def mse_grads(x, y, w, b):
    """The gradients of ``((x @ w.T + b - y) ** 2).mean()`` with respect to w and b."""
    raise NotImplementedError("write mse_grads")
