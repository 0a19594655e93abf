# caught-by: encodes_in_order
# mistake: You seem to encode characters instead of words.
# mistake[zh-CN]: 你似乎在编码字符，而不是词。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: (-counts[word], word))
    return {word: number for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    return [vocab.get(word, 1) for word in text[:max_length]]
