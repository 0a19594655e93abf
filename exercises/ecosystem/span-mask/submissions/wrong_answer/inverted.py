# caught-by: masks_the_right_share
# mistake: You seem to return `True` where a position is not masked.
# mistake[zh-CN]: 你似乎在未掩码的位置返回了 `True`。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    begin = 0
    while begin < length:
        span = rng.randint(1, max_span_length)
        window = int(span / plm_probability)
        start = begin + rng.randint(0, window - span)
        for position in range(start, min(start + span, length)):
            mask[position] = True
        begin += window
    return [not flag for flag in mask]
