"""Windows are appended to a list, which is cut in the end."""


def span_mask(length, plm_probability=1 / 6, max_span_length=5, rng=None):
    k = round(1 / plm_probability)
    mask = []
    while len(mask) < length:
        s = rng.choice(range(1, max_span_length + 1))
        free = (k - 1) * s
        before = rng.randrange(free + 1)
        mask += [False] * before + [True] * s + [False] * (free - before)
    return mask[:length]
