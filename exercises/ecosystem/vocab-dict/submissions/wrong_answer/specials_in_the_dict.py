# caught-by: numbers_by_frequency
# mistake: You seem to put entries for padding and unknown words into the dict.
# mistake[zh-CN]: 你似乎把填充和未知词也放进了字典。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: (-counts[word], word))
    return {"<pad>": 0, "<unk>": 1} | {word: number for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    return [vocab.get(word, 1) for word in text.split()[:max_length]]
