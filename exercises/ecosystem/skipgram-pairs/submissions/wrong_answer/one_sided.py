# caught-by: pairs_neighbours
# mistake: You seem to use only the tokens after the centre.
# mistake[zh-CN]: 你似乎只用了中心词之后的 token。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(i + 1, min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((center, tokens[j]))
    return pairs
