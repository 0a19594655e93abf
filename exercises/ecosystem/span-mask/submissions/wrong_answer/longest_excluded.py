# caught-by: draws_uniform_lengths
# mistake: Your spans never seem to have the greatest length.
# mistake[zh-CN]: 你的片段似乎从不取最大长度。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    begin = 0
    while begin < length:
        span = rng.randint(1, max(1, max_span_length - 1))
        window = int(span / plm_probability)
        start = begin + rng.randint(0, window - span)
        for position in range(start, min(start + span, length)):
            mask[position] = True
        begin += window
    return mask
