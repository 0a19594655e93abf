# caught-by: takes_short_lists
# mistake: An empty list does not seem to work.
# mistake[zh-CN]: 空列表似乎会出错。
def skipgram_pairs(tokens, window):
    pairs = []
    first = tokens[0]
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((center, tokens[j]))
    return pairs
