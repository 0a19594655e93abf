# caught-by: draws_uniform_lengths
# mistake: You seem to use 5, whatever `max_span_length` is.
# mistake[zh-CN]: 不管 `max_span_length` 是多少，你似乎总用 5。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    begin = 0
    while begin < length:
        span = rng.randint(1, 5)
        window = int(span / plm_probability)
        start = begin + rng.randint(0, window - span)
        for position in range(start, min(start + span, length)):
            mask[position] = True
        begin += window
    return mask
