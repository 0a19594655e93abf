# caught-by: reaches_as_far_as_the_window
# mistake: You seem to take `window` for the width of both sides together.
# mistake[zh-CN]: 你似乎把 `window` 当成了左右两边的总宽度。
def skipgram_pairs(tokens, window):
    pairs = []
    window = (window + 1) // 2
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((center, tokens[j]))
    return pairs
