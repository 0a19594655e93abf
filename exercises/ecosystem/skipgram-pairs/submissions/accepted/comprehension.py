"""All pairs of positions, filtered."""


def skipgram_pairs(tokens, window):
    n = len(tokens)
    return [(tokens[i], tokens[j]) for i in range(n) for j in range(n) if 0 < abs(i - j) <= window]
