# caught-by: masks_the_right_share
# mistake: You seem to use 1/6, whatever `plm_probability` is.
# mistake[zh-CN]: 不管 `plm_probability` 是多少，你似乎总用 1/6。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    begin = 0
    while begin < length:
        span = rng.randint(1, max_span_length)
        window = span * 6
        start = begin + rng.randint(0, window - span)
        for position in range(start, min(start + span, length)):
            mask[position] = True
        begin += window
    return mask
