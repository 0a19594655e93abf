# caught-by: reaches_as_far_as_the_window
# mistake: The contexts of a centre do not seem to go from left to right.
# mistake[zh-CN]: 中心词的上下文似乎不是从左到右排列。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        near = range(max(0, i - window), min(len(tokens), i + window + 1))
        for j in sorted(near, key=lambda j: abs(j - i)):
            if j != i:
                pairs.append((center, tokens[j]))
    return pairs
