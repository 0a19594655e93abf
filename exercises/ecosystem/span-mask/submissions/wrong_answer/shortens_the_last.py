# caught-by: cuts_the_last_window
# mistake: You seem to shorten the last window beforehand, so that its span is moved inside.
# mistake[zh-CN]: 你似乎事先缩短了最后一个窗口，使片段挪到了序列之内。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    begin = 0
    while begin < length:
        span = rng.randint(1, max_span_length)
        window = max(span, min(int(span / plm_probability), length - begin))
        start = begin + rng.randint(0, window - span)
        for position in range(start, min(start + span, length)):
            mask[position] = True
        begin += window
    return mask
