"""Sorted words are counted, so most_common keeps ties in order; exceptions find unknown words."""

import re
from collections import Counter, OrderedDict


def build_vocab(texts, min_freq):
    counts = Counter(sorted(re.findall(r"\S+", " ".join(texts))))
    frequent = [word for word, count in counts.most_common() if count >= min_freq]
    return OrderedDict(zip(frequent, range(2, 2 + len(frequent))))


def look_up(vocab, word):
    try:
        return vocab[word]
    except KeyError:
        return 1


def encode(vocab, text, max_length):
    return [look_up(vocab, word) for word in text.split()][:max_length]
