# caught-by: pairs_neighbours
# mistake: You seem to use only the tokens before the centre.
# mistake[zh-CN]: 你似乎只用了中心词之前的 token。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), i):
            if j != i:
                pairs.append((center, tokens[j]))
    return pairs
