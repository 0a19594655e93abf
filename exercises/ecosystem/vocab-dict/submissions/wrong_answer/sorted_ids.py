# caught-by: encodes_in_order
# mistake: Your ids do not seem to be in the order of the text.
# mistake[zh-CN]: 你的编号似乎没有按文本的顺序。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: (-counts[word], word))
    return {word: number for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    return sorted(vocab.get(word, 1) for word in text.split()[:max_length])
