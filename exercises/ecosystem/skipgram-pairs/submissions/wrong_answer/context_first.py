# caught-by: pairs_neighbours
# mistake: You seem to return (context, center).
# mistake[zh-CN]: 你返回的似乎是 (context, center)。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((tokens[j], center))
    return pairs
