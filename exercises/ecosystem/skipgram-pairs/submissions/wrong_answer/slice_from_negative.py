# caught-by: stops_at_the_edges
# mistake: A slice that begins at a negative position seems to lose contexts near the beginning.
# mistake[zh-CN]: 起点为负的切片似乎让开头附近的上下文丢失了。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for context in tokens[i - window : i] + tokens[i + 1 : i + window + 1]:
            pairs.append((center, context))
    return pairs
