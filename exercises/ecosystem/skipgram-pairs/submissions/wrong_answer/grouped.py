# caught-by: pairs_neighbours
# mistake: You seem to return one list of contexts per centre, as CBOW needs it.
# mistake[zh-CN]: 你似乎对每个中心词返回了一组上下文，那是 CBOW 所需要的。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            pass
        pairs.append(
            (center, [tokens[j] for j in range(max(0, i - window), min(len(tokens), i + window + 1)) if j != i])
        )
    return pairs
