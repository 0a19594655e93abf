# quizzer: freeze-layers
"""Freeze a model for fine-tuning."""


def freeze_except(model, names):
    """Leave only the named submodules trainable; return their parameters."""
    raise NotImplementedError("write freeze_except")
