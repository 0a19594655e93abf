# caught-by: keeps_words_at_least_min_freq_times
# mistake: You seem to number the words before you drop the rare ones, which leaves gaps.
# mistake[zh-CN]: 你似乎先编号再去掉低频词，于是编号有空缺。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = sorted(counts, key=lambda word: (counts[word] >= min_freq, -counts[word], word))
    return {word: number for number, word in enumerate(kept, start=2) if counts[word] >= min_freq}


def encode(vocab, text, max_length):
    return [vocab.get(word, 1) for word in text.split()[:max_length]]
