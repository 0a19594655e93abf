# caught-by: follows_the_rng
# mistake: You seem to draw from the module `random` instead of from `rng`.
# mistake[zh-CN]: 你似乎用 `random` 模块抽取，而不是用 `rng`。
import random


def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    begin = 0
    while begin < length:
        span = random.randint(1, max_span_length)
        window = int(span / plm_probability)
        start = begin + rng.randint(0, window - span)
        for position in range(start, min(start + span, length)):
            mask[position] = True
        begin += window
    return mask
