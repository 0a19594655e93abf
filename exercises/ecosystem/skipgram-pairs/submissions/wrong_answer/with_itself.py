# caught-by: pairs_neighbours
# mistake: You seem to pair each token with itself.
# mistake[zh-CN]: 你似乎把每个 token 与自己配了对。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if True:
                pairs.append((center, tokens[j]))
    return pairs
