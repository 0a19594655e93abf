# caught-by: maps_unknown_words_to_one
# mistake: Your vocabulary seems to grow when a word is looked up.
# mistake[zh-CN]: 查词时你的词表似乎会变大。
from collections import Counter, defaultdict


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: (-counts[word], word))
    return defaultdict(lambda: 1, {word: number for number, word in enumerate(kept, start=2)})


def encode(vocab, text, max_length):
    return [vocab[word] if isinstance(vocab, defaultdict) else vocab.get(word, 1) for word in text.split()[:max_length]]
