# caught-by: counts_positions
# mistake: You seem to drop pairs that occur more than once.
# mistake[zh-CN]: 你似乎去掉了重复出现的对。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((center, tokens[j]))
    return list(dict.fromkeys(pairs))
