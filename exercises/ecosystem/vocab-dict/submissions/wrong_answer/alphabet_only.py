# caught-by: numbers_by_frequency
# mistake: You seem to sort by the alphabet only.
# mistake[zh-CN]: 你似乎只按字母顺序排序。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort()
    return {word: number for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    return [vocab.get(word, 1) for word in text.split()[:max_length]]
