# caught-by: pairs_neighbours
# mistake: Your window seems to reach one position too few to the right.
# mistake[zh-CN]: 你的窗口右边似乎少了一个位置。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window)):
            if j != i:
                pairs.append((center, tokens[j]))
    return pairs
