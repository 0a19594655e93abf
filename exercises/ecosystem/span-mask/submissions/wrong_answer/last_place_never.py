# caught-by: starts_anywhere_in_the_window
# mistake: The last place of a window never seems to be used.
# mistake[zh-CN]: 窗口里最后一个可放的位置似乎从未用到。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    begin = 0
    while begin < length:
        span = rng.randint(1, max_span_length)
        window = int(span / plm_probability)
        start = begin + rng.randrange(window - span)
        for position in range(start, min(start + span, length)):
            mask[position] = True
        begin += window
    return mask
