"""Only rng.random(); a set of masked positions."""

import math


def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    masked, begin = set(), 0
    while begin < length:
        span = 1 + math.floor(rng.random() * max_span_length)
        context = round(span / plm_probability)
        start = begin + math.floor(rng.random() * (context - span + 1))
        masked.update(range(start, start + span))
        begin += context
    return [position in masked for position in range(length)]
