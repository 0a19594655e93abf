# quizzer: span-mask
"""Span masking for permutation LM."""


def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    """A list of booleans: which positions are masked."""
    mask = [False] * length
    # One window after another: a span length, the window's length, a place for the span.
    return mask
