# caught-by: numbers_by_frequency
# mistake: You seem to number the words in the order in which they occur.
# mistake[zh-CN]: 你似乎按出现的先后给词编号。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: list(counts).index(word))
    return {word: number for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    return [vocab.get(word, 1) for word in text.split()[:max_length]]
