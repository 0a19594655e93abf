# caught-by: reaches_as_far_as_the_window
# mistake: Your window seems to reach one position too few to the left.
# mistake[zh-CN]: 你的窗口左边似乎少了一个位置。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - max(window - 1, 1)), min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((center, tokens[j]))
    return pairs
