# caught-by: cuts_the_last_window
# mistake: Position 0 never seems to be masked.
# mistake[zh-CN]: 位置 0 似乎从不被掩码。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    begin = 1
    while begin < length:
        span = rng.randint(1, max_span_length)
        window = int(span / plm_probability)
        start = begin + rng.randint(0, window - span)
        for position in range(start, min(start + span, length)):
            mask[position] = True
        begin += window
    return mask
