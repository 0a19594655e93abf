# caught-by: gives_a_list_of_booleans
# mistake: You seem to return a tensor instead of a list.
# mistake[zh-CN]: 你似乎返回了张量，而不是列表。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    mask = [False] * length
    begin = 0
    while begin < length:
        span = rng.randint(1, max_span_length)
        window = int(span / plm_probability)
        start = begin + rng.randint(0, window - span)
        for position in range(start, min(start + span, length)):
            mask[position] = True
        begin += window
    import torch

    return torch.tensor(mask)
