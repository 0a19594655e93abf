# caught-by: masks_the_right_share
# mistake: You seem to multiply the span length by `plm_probability` where you should divide.
# mistake[zh-CN]: 求窗口长度时你似乎乘了 `plm_probability`，而应当除。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    begin = 0
    while begin < length:
        span = rng.randint(1, max_span_length)
        window = max(span, int(span * plm_probability))
        start = begin + rng.randint(0, window - span)
        for position in range(start, min(start + span, length)):
            mask[position] = True
        begin += window
    return mask
