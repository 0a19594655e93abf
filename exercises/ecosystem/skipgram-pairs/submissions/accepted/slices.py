"""Two slices around each centre."""


def skipgram_pairs(tokens, window):
    result = []
    for i in range(len(tokens)):
        around = tokens[max(i - window, 0) : i] + tokens[i + 1 : i + 1 + window]
        result.extend((tokens[i], other) for other in around)
    return result
