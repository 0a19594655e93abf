# caught-by: takes_short_lists
# mistake: You seem to leave out tokens that are 0.
# mistake[zh-CN]: 你似乎略过了等于 0 的 token。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i and tokens[j]:
                pairs.append((center, tokens[j]))
    return pairs
