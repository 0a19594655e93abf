# caught-by: draws_uniform_lengths
# mistake: You seem to mask every position on its own instead of spans.
# mistake[zh-CN]: 你似乎对每个位置单独掩码，而不是按片段。
def span_mask(length, plm_probability=1 / 6, max_span_length=5, *, rng):
    return [rng.random() < plm_probability for _ in range(length)]
