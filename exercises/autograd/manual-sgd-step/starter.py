# quizzer: manual-sgd-step
"""A step of gradient descent by hand."""

import torch


def sgd_step(params, lr):
    """``p - lr * p.grad`` for every parameter that can be trained and has a gradient."""
    for p in params:
        p = p - lr * p.grad
