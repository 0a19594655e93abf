# caught-by: pairs_neighbours
# mistake: Your window seems to reach one position too far.
# mistake[zh-CN]: 你的窗口似乎多了一个位置。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window - 1), min(len(tokens), i + window + 2)):
            if j != i:
                pairs.append((center, tokens[j]))
    return pairs
