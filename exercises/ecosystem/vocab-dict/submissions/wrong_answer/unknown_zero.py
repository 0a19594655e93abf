# caught-by: maps_unknown_words_to_one
# mistake: Unknown words seem to get 0, which is padding.
# mistake[zh-CN]: 未知的词似乎得到了 0，而 0 是填充。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: (-counts[word], word))
    return {word: number for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    return [vocab.get(word, 0) for word in text.split()[:max_length]]
