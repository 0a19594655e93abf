# caught-by: stops_at_the_edges
# mistake: You seem to index past the end of the list.
# mistake[zh-CN]: 你似乎访问了列表末尾之外的位置。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), i + window + 1):
            if j != i:
                pairs.append((center, tokens[j]))
    return pairs
