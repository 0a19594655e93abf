# caught-by: numbers_by_frequency
# mistake: Your dict seems to go from id to word.
# mistake[zh-CN]: 你的字典似乎是从编号到词。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: (-counts[word], word))
    return {number: word for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    return [vocab.get(word, 1) for word in text.split()[:max_length]]
