# quizzer: layer-norm
"""Layer normalisation without PyTorch's own."""

import torch


def layer_norm(x, normalized_shape, weight=None, bias=None, eps=1e-5):
    """Normalise ``x`` over its last dimensions, whose sizes are ``normalized_shape``."""
    raise NotImplementedError("write layer_norm")
