# caught-by: reaches_as_far_as_the_window
# mistake: Your pairs do not seem to be sorted by their centres.
# mistake[zh-CN]: 你的对似乎不是按中心词排列的。
def skipgram_pairs(tokens, window):
    pairs = []
    for distance in range(1, window + 1):
        for i, center in enumerate(tokens):
            for j in (i - distance, i + distance):
                if 0 <= j < len(tokens):
                    pairs.append((center, tokens[j]))
    return pairs
