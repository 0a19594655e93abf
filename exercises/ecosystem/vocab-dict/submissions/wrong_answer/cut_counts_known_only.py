# caught-by: cuts_to_max_length
# mistake: Unknown words do not seem to count towards `max_length`.
# mistake[zh-CN]: 未知的词似乎没有计入 `max_length`。
from collections import Counter


def build_vocab(texts, min_freq):
    counts = Counter(word for text in texts for word in text.split())
    kept = [word for word in counts if counts[word] >= min_freq]
    kept.sort(key=lambda word: (-counts[word], word))
    return {word: number for number, word in enumerate(kept, start=2)}


def encode(vocab, text, max_length):
    ids, known = [], 0
    for word in text.split():
        if known == max_length:
            break
        known += word in vocab
        ids.append(vocab.get(word, 1))
    return ids
