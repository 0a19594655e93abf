# caught-by: reaches_as_far_as_the_window
# mistake: You seem to pair only tokens that are exactly `window` apart.
# mistake[zh-CN]: 你似乎只配了恰好相距 `window` 的 token。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if abs(j - i) == window:
                pairs.append((center, tokens[j]))
    return pairs
