# caught-by: stops_at_the_edges
# mistake: You seem to pair with None beyond the edges.
# mistake[zh-CN]: 在两端之外，你似乎与 None 配了对。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), i + window + 1):
            if j != i:
                pairs.append((center, tokens[j] if j < len(tokens) else None))
    return pairs
