"""Looks at dicts where they are. Nothing here knows what is right."""


def built(build, texts, min_freq):
    """Whether the vocabulary is a dict, and its items."""
    vocab = build(list(texts), min_freq)
    if not isinstance(vocab, dict):
        return False, type(vocab).__name__
    return True, [[word, number] for word, number in vocab.items()]


def encoded(encode, items, text, max_length):
    """The ids, and the items of the dict afterwards."""
    vocab = {word: number for word, number in items}
    ids = encode(vocab, text, max_length)
    return ids, [[word, number] for word, number in vocab.items()]


def both(build, encode, texts, text, max_length):
    """The number of words before and after a text is encoded with the learner's own vocabulary."""
    vocab = build(list(texts), 1)
    before = len(vocab)
    ids = encode(vocab, text, max_length)
    return ids, before, len(vocab)
