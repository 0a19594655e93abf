# caught-by: pairs_neighbours
# mistake: You seem to sort the pairs.
# mistake[zh-CN]: 你似乎给这些对排了序。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((center, tokens[j]))
    return sorted(pairs, reverse=True)
