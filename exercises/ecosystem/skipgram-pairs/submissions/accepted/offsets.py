"""A generator over offsets."""


def _pairs(tokens, window):
    for position, center in enumerate(tokens):
        for offset in range(-window, window + 1):
            other = position + offset
            if offset and 0 <= other < len(tokens):
                yield center, tokens[other]


def skipgram_pairs(tokens, window):
    return list(_pairs(tokens, window))
