# caught-by: numbers_by_frequency
# mistake: You seem to return a list of words instead of a dict.
# mistake[zh-CN]: 你似乎返回了词的列表，而不是字典。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: (-counts[word], word))
    return kept


def encode(vocab, text, max_length):
    return [vocab.get(word, 1) for word in text.split()[:max_length]]
