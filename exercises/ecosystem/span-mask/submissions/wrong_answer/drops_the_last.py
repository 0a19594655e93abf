# caught-by: cuts_the_last_window
# mistake: A span that reaches past the end seems to be dropped.
# mistake[zh-CN]: 超出末尾的片段似乎被整个丢掉了。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    begin = 0
    while begin < length:
        span = rng.randint(1, max_span_length)
        window = int(span / plm_probability)
        start = begin + rng.randint(0, window - span)
        for position in range(start, start + span if start + span <= length else start):
            mask[position] = True
        begin += window
    return mask
