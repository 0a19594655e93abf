# quizzer: mlp-builder
"""A multilayer perceptron, built from its sizes."""

from torch import nn


def mlp(in_channels, hidden_channels, norm_layer=None, activation_layer=nn.ReLU, bias=True, dropout=0.0):
    """Blocks of Linear, norm, activation and Dropout; the last one is Linear and Dropout only."""
    raise NotImplementedError("write mlp")
