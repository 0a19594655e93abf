# caught-by: masks_the_right_share
# mistake: You seem to go on right after the span instead of after its window.
# mistake[zh-CN]: 你似乎从片段之后继续，而不是从窗口之后。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    begin = 0
    while begin < length:
        span = rng.randint(1, max_span_length)
        window = int(span / plm_probability)
        start = begin + rng.randint(0, window - span)
        for position in range(start, min(start + span, length)):
            mask[position] = True
        begin = start + span
    return mask
