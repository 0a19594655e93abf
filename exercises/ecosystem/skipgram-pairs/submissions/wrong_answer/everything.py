# caught-by: pairs_neighbours
# mistake: You seem to pair all tokens with each other, whatever `window` is.
# mistake[zh-CN]: 不管 `window` 是多少，你似乎把所有 token 两两配对。
def skipgram_pairs(tokens, window):
    pairs = []
    window = len(tokens)
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((center, tokens[j]))
    return pairs
