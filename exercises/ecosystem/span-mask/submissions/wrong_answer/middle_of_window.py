# caught-by: starts_anywhere_in_the_window
# mistake: Your spans always seem to be in the middle of their windows.
# mistake[zh-CN]: 你的片段似乎总在窗口正中。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    begin = 0
    while begin < length:
        span = rng.randint(1, max_span_length)
        window = int(span / plm_probability)
        start = begin + (window - span) // 2
        for position in range(start, min(start + span, length)):
            mask[position] = True
        begin += window
    return mask
