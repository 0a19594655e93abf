# caught-by: maps_unknown_words_to_one
# mistake: You seem to add unknown words to the vocabulary.
# mistake[zh-CN]: 你似乎把未知的词加进了词表。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: (-counts[word], word))
    return {word: number for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    return [vocab.setdefault(word, len(vocab) + 2) for word in text.split()[:max_length]]
