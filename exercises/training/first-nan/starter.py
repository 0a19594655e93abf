# quizzer: first-nan
"""Find the layer that first produces NaN or inf."""

import torch


def first_bad_module(model, x):
    """The qualified name of the first leaf module with a bad output, or None."""
    raise NotImplementedError
