# caught-by: gives_a_list_of_booleans
# mistake: You seem to return 0 and 1 instead of booleans.
# mistake[zh-CN]: 你似乎返回了 0 和 1，而不是布尔值。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [0] * length
    begin = 0
    while begin < length:
        span = rng.randint(1, max_span_length)
        window = int(span / plm_probability)
        start = begin + rng.randint(0, window - span)
        for position in range(start, min(start + span, length)):
            mask[position] = 1
        begin += window
    return mask
