# caught-by: gives_a_list_of_booleans
# mistake: You seem to write beyond the end of the list.
# mistake[zh-CN]: 你似乎写到了列表末尾之外。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    begin = 0
    while begin < length:
        span = rng.randint(1, max_span_length)
        window = int(span / plm_probability)
        start = begin + rng.randint(0, window - span)
        for position in range(start, start + span):
            mask[position] = True
        begin += window
    return mask
