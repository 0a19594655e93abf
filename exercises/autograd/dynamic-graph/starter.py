# quizzer: dynamic-graph
"""A loop that depends on the data, and its gradient."""

import torch


def double_until(x, limit):
    """Double ``x`` until its norm reaches ``limit``; return the result and the number of doublings."""
    raise NotImplementedError
