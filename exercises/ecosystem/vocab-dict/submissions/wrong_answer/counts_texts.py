# caught-by: numbers_by_frequency
# mistake: You seem to count the texts in which a word occurs, not its occurrences.
# mistake[zh-CN]: 你似乎数的是出现该词的文本数，而不是出现次数。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in set(text.split()))
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: (-counts[word], word))
    return {word: number for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    return [vocab.get(word, 1) for word in text.split()[:max_length]]
