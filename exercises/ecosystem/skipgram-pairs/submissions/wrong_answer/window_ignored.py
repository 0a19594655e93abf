# caught-by: reaches_as_far_as_the_window
# mistake: You seem to use direct neighbours only, whatever `window` is.
# mistake[zh-CN]: 不管 `window` 是多少，你似乎只用了直接相邻的 token。
def skipgram_pairs(tokens, window):
    pairs = []
    window = 1
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((center, tokens[j]))
    return pairs
