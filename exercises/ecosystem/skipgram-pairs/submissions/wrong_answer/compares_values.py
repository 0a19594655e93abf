# caught-by: counts_positions
# mistake: You seem to leave out every token that equals the centre, not only its position.
# mistake[zh-CN]: 你似乎排除了所有等于中心词的 token，而不只是中心词的位置。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if tokens[j] != center:
                pairs.append((center, tokens[j]))
    return pairs
