"""A boolean tensor, whose slices end where it does."""

import torch


def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = torch.zeros(length, dtype=torch.bool)
    where = 0
    while where < length:
        span = rng.randrange(1, max_span_length + 1)
        window = int(span // plm_probability)
        start = where + rng.randrange(window - span + 1)
        mask[start : start + span] = True
        where = where + window
    return mask.tolist()
