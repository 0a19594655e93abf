# caught-by: keeps_words_at_least_min_freq_times
# mistake: You seem to ignore `min_freq`.
# mistake[zh-CN]: 你似乎没有使用 `min_freq`。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= 1]
    kept.sort(key=lambda word: (-counts[word], word))
    return {word: number for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    return [vocab.get(word, 1) for word in text.split()[:max_length]]
