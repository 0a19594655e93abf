# caught-by: follows_the_rng
# mistake: The second call with one generator seems to repeat the first.
# mistake[zh-CN]: 用同一个生成器再次调用，似乎重复了第一次的结果。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    import copy

    rng = copy.copy(rng)
    begin = 0
    while begin < length:
        span = rng.randint(1, max_span_length)
        window = int(span / plm_probability)
        start = begin + rng.randint(0, window - span)
        for position in range(start, min(start + span, length)):
            mask[position] = True
        begin += window
    return mask
