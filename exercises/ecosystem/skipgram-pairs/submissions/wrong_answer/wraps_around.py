# caught-by: stops_at_the_edges
# mistake: Negative positions seem to take tokens from the end.
# mistake[zh-CN]: 负的位置似乎取到了末尾的 token。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(i - window, min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((center, tokens[j]))
    return pairs
