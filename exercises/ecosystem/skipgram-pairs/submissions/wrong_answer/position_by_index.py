# caught-by: counts_positions
# mistake: You seem to find positions with `index()`, which always gives the first of equal tokens.
# mistake[zh-CN]: 你似乎用 `index()` 找位置，而它总是给出相等 token 中的第一个。
def skipgram_pairs(tokens, window):
    pairs = []
    for center in tokens:
        i = tokens.index(center)
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((center, tokens[j]))
    return pairs
