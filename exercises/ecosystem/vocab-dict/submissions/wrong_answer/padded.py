# caught-by: encodes_in_order
# mistake: You seem to pad the list to `max_length`.
# mistake[zh-CN]: 你似乎把列表填充到了 `max_length`。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: (-counts[word], word))
    return {word: number for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    ids = [vocab.get(word, 1) for word in text.split()[:max_length]]
    return ids + [0] * (max_length - len(ids))
