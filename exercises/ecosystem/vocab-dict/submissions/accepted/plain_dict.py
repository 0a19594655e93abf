"""Counting by hand; two stable sorts; a loop that stops early."""


def build_vocab(texts, min_freq):
    counts = {}
    for text in texts:
        for word in text.split():
            if word not in counts:
                counts[word] = 0
            counts[word] += 1
    ordered = sorted(counts)
    ordered.sort(key=counts.get, reverse=True)
    vocab = {}
    for word in ordered:
        if counts[word] >= min_freq:
            vocab[word] = len(vocab) + 2
    return vocab


def encode(vocab, text, max_length):
    ids = []
    for word in text.split():
        if len(ids) == max_length:
            break
        if word in vocab:
            ids.append(vocab[word])
        else:
            ids.append(1)
    return ids
