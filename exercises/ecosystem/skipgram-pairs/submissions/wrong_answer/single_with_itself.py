# caught-by: takes_short_lists
# mistake: A single token seems to be paired with itself.
# mistake[zh-CN]: 单独一个 token 似乎与自己配了对。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((center, tokens[j]))
    return pairs if len(tokens) != 1 else [(tokens[0], tokens[0])]
