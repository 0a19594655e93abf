# caught-by: encodes_in_order
# mistake: You seem to encode repeated words only once.
# mistake[zh-CN]: 重复的词你似乎只编码了一次。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: (-counts[word], word))
    return {word: number for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    return [vocab.get(word, 1) for word in list(dict.fromkeys(text.split()))[:max_length]]
