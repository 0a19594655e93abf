# caught-by: gives_a_list_of_booleans
# mistake: Your list seems to become longer than `length`.
# mistake[zh-CN]: 你的列表似乎变得比 `length` 长。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    begin = 0
    while begin < length:
        span = rng.randint(1, max_span_length)
        window = int(span / plm_probability)
        start = begin + rng.randint(0, window - span)
        mask[start : start + span] = [True] * span
        begin += window
    return mask
