# caught-by: pairs_neighbours
# mistake: You seem to return positions instead of tokens.
# mistake[zh-CN]: 你似乎返回了位置，而不是 token。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((i, j))
    return pairs
