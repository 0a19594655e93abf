# caught-by: encodes_in_order
# mistake: You seem to split at single spaces, so that there are empty words.
# mistake[zh-CN]: 你似乎按单个空格切分，于是出现了空词。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: (-counts[word], word))
    return {word: number for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    return [vocab.get(word, 1) for word in text.split(" ")[:max_length]]
