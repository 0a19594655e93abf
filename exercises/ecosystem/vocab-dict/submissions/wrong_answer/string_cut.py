# caught-by: cuts_to_max_length
# mistake: You seem to cut the string to `max_length` characters.
# mistake[zh-CN]: 你似乎把字符串截成了 `max_length` 个字符。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: (-counts[word], word))
    return {word: number for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    return [vocab.get(word, 1) for word in text[:max_length].split()]
