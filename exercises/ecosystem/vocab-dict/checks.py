"""Hidden checks of the exercise vocab-dict."""

import torch

from quizzer.checks import check, expect


def words(case, count):
    """Different words of two to four letters, in an order that is not that of the alphabet."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    found = []
    while len(found) < count:
        word = "".join(letters[case.integer(0, 25)] for _ in range(case.integer(2, 4)))
        if word not in found:
            found.append(word)
    if found == sorted(found):
        found.reverse()
    return found


def texts_of(case, counts):
    """A few texts in which each word of the dict occurs as often as it says."""
    tokens = [word for word, count in counts.items() for _ in range(count)]
    order = torch.randperm(len(tokens), generator=case.generator).tolist()
    tokens = [tokens[i] for i in order]
    third = len(tokens) // 3
    return [" ".join(part) for part in (tokens[:third], tokens[third : 2 * third], tokens[2 * third :])]


def wanted(counts, min_freq):
    kept = sorted((word for word in counts if counts[word] >= min_freq), key=lambda word: (-counts[word], word))
    return {word: number for number, word in enumerate(kept, start=2)}


def compare(learner, texts, counts, min_freq):
    is_dict, items = learner.fixtures.built(learner.build_vocab, texts, min_freq)
    expect.that(
        is_dict,
        {
            "en": f"build_vocab should return a dict, but it returns {items}.",
            "zh-CN": f"build_vocab 应返回 dict，实际返回 {items}。",
        },
    )
    for _, number in items:
        expect.is_type(number, int, what={"en": "an id", "zh-CN": "编号"})
    got = {word: number for word, number in items}
    want = wanted(counts, min_freq)
    shown = f"{texts!r}, min_freq={min_freq}"
    expect.that(
        got == want,
        {
            "en": f"For {shown} the vocabulary should be {want}, but it is {got}.",
            "zh-CN": f"对 {shown}，词表应为 {want}，实际是 {got}。",
        },
    )


def ids_of(ids, want, text, max_length, vocab):
    expect.is_type(ids, list, what={"en": "what encode returns", "zh-CN": "encode 的返回值"})
    for number in ids:
        expect.is_type(number, int, what={"en": "an id", "zh-CN": "编号"})
    call = f"encode({vocab}, {text!r}, {max_length})"
    expect.that(
        ids == want,
        {
            "en": f"`{call}` should give {want}, but it gives {ids}.",
            "zh-CN": f"`{call}` 应得到 {want}，实际得到 {ids}。",
        },
    )


@check(
    {"en": "Ids count up from 2, frequent words first", "zh-CN": "编号从 2 递增，高频词在前"},
    points=2,
    hint={"en": "Sort by the count over all texts, the greatest first.", "zh-CN": "按所有文本中的总次数从大到小排序。"},
    visible=True,
)
def numbers_by_frequency(learner, case):
    names = words(case, 5)
    # Words that come late in the alphabet are frequent here.
    counts = dict(zip(sorted(names), (1, 3, 4, 6, 9), strict=True))
    compare(learner, texts_of(case, counts), counts, 1)


@check(
    {"en": "Ties go by the alphabet", "zh-CN": "次数相同时按字母顺序"},
    points=2,
    hint={
        "en": "Sort by the pair (-count, word). reverse=True would reverse the alphabet too.",
        "zh-CN": "按二元组 (-次数, 词) 排序。reverse=True 会把字母顺序也反过来。",
    },
)
def breaks_ties_by_the_alphabet(learner, case):
    names = words(case, 7)
    # The first text has the words of each frequency in the reverse order of the alphabet.
    low, high = sorted(names[:4], reverse=True), sorted(names[4:], reverse=True)
    counts = {**dict.fromkeys(low, 2), **dict.fromkeys(high, 3)}
    compare(learner, [" ".join(low + high), " ".join(high + low), " ".join(high)], counts, 1)


@check(
    {"en": "min_freq itself is enough", "zh-CN": "恰好 min_freq 次就算够"},
    hint={
        "en": "At least: compare with >=. Number the words that remain.",
        "zh-CN": "“至少”要用 >= 比较。给留下来的词编号。",
    },
)
def keeps_words_at_least_min_freq_times(learner, case):
    names = words(case, 6)
    counts = dict(zip(names, (1, 2, 3, 3, 4, 6), strict=True))
    texts = texts_of(case, counts)
    for min_freq in (2, 3, 5, 7):
        compare(learner, texts, counts, min_freq)


@check(
    {"en": "Any whitespace separates, in all texts", "zh-CN": "任何空白都是分隔，所有文本都算"},
    hint={
        "en": "split() without an argument takes runs of spaces, tabs and line ends for one.",
        "zh-CN": "不带参数的 split() 把连续的空格、制表符和换行当作一个分隔。",
    },
)
def splits_at_whitespace(learner, case):
    a, b, c = words(case, 3)
    compare(learner, [f"{a}  {b}\t{a}", "", f"  {c}\n{a} ", f"{c} {b} {c} {c}"], {a: 3, b: 2, c: 4}, 1)
    compare(learner, [], {}, 1)
    compare(learner, ["", "  "], {}, 1)


@check(
    {"en": "Known words are encoded in order", "zh-CN": "已知的词按顺序编码"},
    points=2,
    hint={"en": "One id for each word, repeated words too.", "zh-CN": "每个词一个编号，重复的词也一样。"},
)
def encodes_in_order(learner, case):
    names = words(case, 5)
    vocab = {word: number for number, word in enumerate(names, start=2)}
    text = [names[3], names[0], names[3], names[4], names[1]]
    ids, _ = learner.fixtures.encoded(learner.encode, list(vocab.items()), " ".join(text), 50)
    ids_of(ids, [vocab[word] for word in text], " ".join(text), 50, vocab)
    loose = f" {names[2]}  {names[0]}\n{names[2]}"
    ids, _ = learner.fixtures.encoded(learner.encode, list(vocab.items()), loose, 50)
    ids_of(ids, [4, 2, 4], loose, 50, vocab)


@check(
    {"en": "Unknown words get 1, and the dict stays as it is", "zh-CN": "未知的词为 1，字典不变"},
    points=2,
    hint={"en": "vocab.get(word, 1) looks up without adding.", "zh-CN": "vocab.get(word, 1) 只查找、不添加。"},
)
def maps_unknown_words_to_one(learner, case):
    a, b, c, d = words(case, 4)
    vocab = {a: 2, b: 3}
    text = f"{c} {a} {d} {c} {b}"
    ids, items = learner.fixtures.encoded(learner.encode, list(vocab.items()), text, 10)
    ids_of(ids, [1, 2, 1, 1, 3], text, 10, vocab)
    expect.that(
        {word: number for word, number in items} == vocab,
        {
            "en": f"encode should leave the dict {vocab} as it is, but makes it {items}.",
            "zh-CN": f"encode 不应修改字典 {vocab}，实际变成了 {items}。",
        },
    )
    ids, before, after = learner.fixtures.both(learner.build_vocab, learner.encode, [f"{a} {b} {a}"], text, 10)
    ids_of(ids, [1, 2, 1, 1, 3], text, 10, vocab)
    what = {"en": "the number of words in the vocabulary after encode", "zh-CN": "encode 之后词表中的词数"}
    expect.equal(after, before, what=what)


@check(
    {"en": "At most max_length words; an empty text gives []", "zh-CN": "最多 max_length 个词；空文本得到 []"},
    hint={
        "en": "Cut the list of words, not the string, and pad nothing.",
        "zh-CN": "截断的是词的列表，不是字符串；不要填充。",
    },
)
def cuts_to_max_length(learner, case):
    names = words(case, 4)
    vocab = {word: number for number, word in enumerate(names, start=2)}
    unknown = names[0] + "zzz"
    text = " ".join([names[2], unknown, names[0], names[1], names[3], names[2]])
    full = [4, 1, 2, 3, 5, 4]
    for max_length in (1, case.integer(2, 5), 6, 9, 0):
        ids, _ = learner.fixtures.encoded(learner.encode, list(vocab.items()), text, max_length)
        ids_of(ids, full[:max_length], text, max_length, vocab)
    for empty in ("", "  "):
        ids, _ = learner.fixtures.encoded(learner.encode, list(vocab.items()), empty, 4)
        ids_of(ids, [], empty, 4, vocab)
