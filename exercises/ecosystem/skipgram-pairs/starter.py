# quizzer: skipgram-pairs
"""Training pairs for skip-gram."""


def skipgram_pairs(tokens, window):
    """All pairs (center, context) at most window positions apart."""
    pairs = []
    for center in tokens:
        for context in tokens:
            if center != context:
                pairs.append((center, context))
    return pairs
