# caught-by: breaks_ties_by_the_alphabet
# mistake: Words of the same frequency seem to keep the order in which they occur.
# mistake[zh-CN]: 次数相同的词似乎保持了出现的先后。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: -counts[word])
    return {word: number for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    return [vocab.get(word, 1) for word in text.split()[:max_length]]
