# caught-by: maps_unknown_words_to_one
# mistake: An unknown word seems to raise KeyError.
# mistake[zh-CN]: 遇到未知的词似乎会抛出 KeyError。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: (-counts[word], word))
    return {word: number for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    return [vocab[word] for word in text.split()[:max_length]]
