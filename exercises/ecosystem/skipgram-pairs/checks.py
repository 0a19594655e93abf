"""Hidden checks of the exercise skipgram-pairs."""

from quizzer.checks import check, expect


def wanted(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j, context in enumerate(tokens):
            if i != j and abs(i - j) <= window:
                pairs.append((center, context))
    return pairs


def differ(case, count):
    """Different ids in no order."""
    found = []
    while len(found) < count:
        token = case.integer(1, 99)
        if token not in found:
            found.append(token)
    return found


def compare(learner, tokens, window):
    got = learner.skipgram_pairs(list(tokens), window)
    call = f"skipgram_pairs({tokens}, {window})"
    expect.is_type(got, list, what={"en": f"the result of `{call}`", "zh-CN": f"`{call}` 的结果"})
    for pair in got:
        expect.is_type(
            pair, tuple, what={"en": f"an element of the result of `{call}`", "zh-CN": f"`{call}` 结果的元素"}
        )
    want = wanted(tokens, window)
    if sorted(map(str, got)) == sorted(map(str, want)):
        detail, detail_zh = "the right pairs in another order", "对是对的，但顺序不同"
    else:
        detail, detail_zh = f"{len(got)} pairs where there are {len(want)}", f"得到 {len(got)} 对，应有 {len(want)} 对"
    expect.that(
        got == want,
        {
            "en": f"`{call}` should give {want}, but it gives {got} ({detail}).",
            "zh-CN": f"`{call}` 应得到 {want}，实际得到 {got}（{detail_zh}）。",
        },
    )


@check(
    {"en": "Both neighbours, in order", "zh-CN": "左右相邻的 token，按顺序"},
    points=2,
    hint={
        "en": "Centres from left to right, and for each its contexts from left to right; (center, context).",
        "zh-CN": "中心词从左到右，每个中心词的上下文也从左到右；是 (center, context)。",
    },
    visible=True,
)
def pairs_neighbours(learner, case):
    compare(learner, differ(case, 5), 1)
    letters = [["d", "a", "c", "b"][(number + case.integer(0, 1)) % 4] for number in range(4)]
    compare(learner, [*dict.fromkeys([*letters, "x", "y"])], 1)


@check(
    {"en": "The window reaches as far as it says", "zh-CN": "窗口的范围正确"},
    points=2,
    hint={
        "en": "Positions i - window to i + window, both included; range leaves out its end.",
        "zh-CN": "位置 i - window 到 i + window，两端都包含；range 不含终点。",
    },
)
def reaches_as_far_as_the_window(learner, case):
    for window in (2, 3):
        compare(learner, differ(case, 2 * window + 2), window)


@check(
    {"en": "The edges: fewer contexts, nothing wraps around", "zh-CN": "两端：上下文变少，不会绕回"},
    points=2,
    hint={
        "en": "A negative index takes tokens from the end; a slice may begin below 0 as well.",
        "zh-CN": "负的下标会取到末尾的 token；切片的起点也可能为负。",
    },
)
def stops_at_the_edges(learner, case):
    tokens = differ(case, 4)
    for window in (2, 3, 4, case.integer(5, 9)):
        compare(learner, tokens, window)


@check(
    {"en": "Repeated tokens are paired by position", "zh-CN": "重复的 token 按位置配对"},
    points=2,
    hint={
        "en": "Compare i and j, not the tokens; and do not look positions up with index().",
        "zh-CN": "比较 i 和 j，而不是 token；也不要用 index() 找位置。",
    },
)
def counts_positions(learner, case):
    a, b, c = differ(case, 3)
    for tokens, window in (([a, a], 1), ([a, b, a, c], 2), ([a, a, a, b], 2), ([b, a, c, a, b], 4)):
        compare(learner, tokens, window)
    compare(learner, ["the", "cat", "the", "the"], case.integer(2, 3))


@check(
    {"en": "No token, one token, and 0 as an id", "zh-CN": "没有 token、一个 token，以及编号 0"},
    hint={
        "en": "There is nothing to pair; 0 and the empty string are tokens like others.",
        "zh-CN": "没有可配的对；0 和空字符串也是普通的 token。",
    },
)
def takes_short_lists(learner, case):
    window = case.integer(1, 4)
    compare(learner, [], window)
    compare(learner, [case.integer(1, 99)], window)
    compare(learner, [0, case.integer(1, 99), 0], 1)
    compare(learner, differ(case, 2), window)


@check(
    {"en": "tokens is left alone, and calls are independent", "zh-CN": "不修改 tokens，各次调用互不影响"},
    hint={
        "en": "Neither pop from the list nor collect pairs outside of the function.",
        "zh-CN": "不要从列表里弹出元素，也不要把结果收集在函数外面。",
    },
)
def leaves_tokens_alone(learner, case):
    tokens = differ(case, 5)
    for _ in range(2):
        got, after = learner.fixtures.called(learner.skipgram_pairs, tokens, 2)
        expect.that(
            after == tokens,
            {
                "en": f"tokens was {tokens}, and is {after} after the call.",
                "zh-CN": f"tokens 原为 {tokens}，调用之后变成 {after}。",
            },
        )
        expect.equal(len(got), len(wanted(tokens, 2)), what={"en": "the number of pairs", "zh-CN": "对的个数"})
