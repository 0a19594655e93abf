# caught-by: stops_at_the_edges
# mistake: You seem to leave out centres whose window does not fit into the list.
# mistake[zh-CN]: 窗口放不进列表的中心词，你似乎略过了。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        if i - window < 0 or i + window >= len(tokens):
            continue
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((center, tokens[j]))
    return pairs
