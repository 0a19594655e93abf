# caught-by: cuts_the_last_window
# mistake: You seem to stop as soon as a window does not fit.
# mistake[zh-CN]: 窗口一放不下，你似乎就停止了。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    begin = 0
    while begin < length:
        span = rng.randint(1, max_span_length)
        window = int(span / plm_probability)
        if begin + window > length:
            break
        start = begin + rng.randint(0, window - span)
        for position in range(start, min(start + span, length)):
            mask[position] = True
        begin += window
    return mask
