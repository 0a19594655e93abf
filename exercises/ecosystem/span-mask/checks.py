"""Hidden checks of the exercise span-mask.

Spans of two windows touch when the first ends with its window and the second begins with its own. With k = 1 / plm_probability
and u(s) = 1 / ((k - 1) s + 1), the chance of one end, the expected number of runs of each length is known exactly (run_shares).

Shares of independent draws are compared with bounds of 6.5 standard deviations (8e-11 each). Runs of neighbouring windows depend
on each other, on their neighbours only, so the variance is at most three times that of independent ones: 6.5 * sqrt(3)
deviations. Fewer than 60 comparisons a run: a correct solution is refused in fewer than 1e-8 of the runs.
"""

import torch

from quizzer.checks import check, expect


def mask_of(result, length):
    what = {"en": "what span_mask returns", "zh-CN": "span_mask 的返回值"}
    expect.is_type(result, list, what=what)
    expect.equal(
        len(result),
        length,
        what={"en": f"the length of the mask for length={length}", "zh-CN": f"length={length} 时掩码的长度"},
    )
    for number, item in enumerate(result):
        expect.is_type(item, bool, what={"en": f"element {number} of the mask", "zh-CN": f"掩码的第 {number} 个元素"})
    return result


def runs_of(mask):
    """The lengths of the runs of True in a mask."""
    edges = torch.diff(torch.nn.functional.pad(mask.to(torch.int8), (1, 1)))
    return (edges == -1).nonzero()[:, 0] - (edges == 1).nonzero()[:, 0]


def run_shares(k, longest):
    """The share of runs of each length from 1 to twice the longest span."""
    end = {s: 1 / ((k - 1) * s + 1) for s in range(1, longest + 1)}
    q = sum(end.values()) / longest
    shares = {}
    for length in range(1, 2 * longest + 1):
        alone = (1 - 2 * end[length] * q) / longest if length in end else 0
        joined = sum(end[a] * end[length - a] for a in end if length - a in end) / longest**2
        shares[length] = (alone + joined) / (1 - q * q)
    return shares


def long_mask(learner, case, length, k, longest):
    options = {"plm_probability": 1 / k, "max_span_length": longest}
    if (k, longest) == (6, 5):
        options = {}
    seed = case.integer(1, 10**6)
    mask = learner.fixtures.long_mask(learner.span_mask, length, seed, **options)
    return expect.tensor(mask, shape=(length,), dtype=torch.bool, what={"en": "the mask", "zh-CN": "掩码"})


@check(
    {"en": "A list of length booleans", "zh-CN": "由 length 个布尔值组成的列表"},
    hint={
        "en": "Whatever reaches past the end is cut off; the list neither grows nor is an index out of range.",
        "zh-CN": "超出末尾的部分被截掉；列表不会变长，下标也不会越界。",
    },
    visible=True,
)
def gives_a_list_of_booleans(learner, case):
    rng = learner.fixtures.rng(case.integer(1, 10**6))
    for length in (0, 1, 2, 7):
        mask_of(learner.span_mask(length, rng=rng), length)
    for length in (case.integer(8, 12), 13, 23):
        for k in (2, 6):
            shown = {
                "en": f"the masks for length={length}, plm_probability=1/{k}, max_span_length=9",
                "zh-CN": f"length={length}、plm_probability=1/{k}、max_span_length=9 时的掩码",
            }
            seed = case.integer(1, 10**6)
            masks = learner.fixtures.many_masks(
                learner.span_mask, 60, length, seed, plm_probability=1 / k, max_span_length=9
            )
            expect.tensor(masks, shape=(60, length), what=shown)


@check(
    {"en": "The masked share is plm_probability", "zh-CN": "掩码的比例是 plm_probability"},
    points=2,
    hint={
        "en": "A window holds s masked positions of c. Is c longer or shorter than s?",
        "zh-CN": "每个窗口的 c 个位置中有 s 个被掩码。c 比 s 长还是短？",
    },
    visible=True,
)
def masks_the_right_share(learner, case):
    # Each whole window is masked in one place of k exactly: only the last one, cut off, makes a difference.
    for k, longest in ((6, 5), (case.pick([3, 4]), 4), (9, case.pick([2, 6]))):
        length = 24_000
        share = long_mask(learner, case, length, k, longest).double().mean().item()
        margin = 2 * k * longest / length
        what = {
            "en": f"the masked share (plm_probability=1/{k}, max_span_length={longest})",
            "zh-CN": f"掩码的比例（plm_probability=1/{k}，max_span_length={longest}）",
        }
        expect.between(share, 1 / k - margin, 1 / k + margin, what=what)


@check(
    {"en": "Span lengths are uniform from 1 to max_span_length", "zh-CN": "片段长度在 1 到 max_span_length 上均匀分布"},
    points=2,
    hint={
        "en": "Both ends are possible, all equally often; does your random function include its upper end?",
        "zh-CN": "两端都可能出现，各长度机会均等；你用的随机函数包含上端点吗？",
    },
)
def draws_uniform_lengths(learner, case):
    for k, longest in ((6, 5), (8, 3), (12, 2)):
        mask = long_mask(learner, case, 60_000, k, longest)
        runs = runs_of(mask)
        expect.that(
            len(runs) > 100,
            {
                "en": f"The mask should have many spans, but it has {len(runs)}.",
                "zh-CN": f"掩码应有许多片段，实际有 {len(runs)} 个。",
            },
        )
        top = int(runs.max())
        expect.that(
            top <= 2 * longest,
            {
                "en": f"Two touching spans of at most {longest} make {2 * longest}, but {top} positions in a row are masked.",
                "zh-CN": f"两个相接的片段（各不超过 {longest}）最多为 {2 * longest}，实际有连续 {top} 个位置被掩码。",
            },
        )
        for length, share in run_shares(k, longest).items():
            margin = 11.3 * (share * (1 - share) / len(runs)) ** 0.5
            what = {
                "en": f"the share of runs of length {length} (plm_probability=1/{k}, max_span_length={longest})",
                "zh-CN": f"长度为 {length} 的连续掩码的比例（plm_probability=1/{k}，max_span_length={longest}）",
            }
            expect.between((runs == length).double().mean().item(), share - margin, share + margin, what=what)


@check(
    {"en": "The start is uniform in the window", "zh-CN": "起点在窗口内均匀分布"},
    points=2,
    hint={
        "en": "A span of 1 in a window of 4 can be at each of the 4 places; in general there are c - s + 1.",
        "zh-CN": "长度为 1 的片段在长度为 4 的窗口里有 4 个可放的位置；一般有 c - s + 1 个。",
    },
)
def starts_anywhere_in_the_window(learner, case):
    # Spans of 1 only: the windows have one length, and each shows its place.
    k = case.pick([3, 4, 6])
    windows = long_mask(learner, case, 9000 * k, k, 1).view(9000, k)
    what = {
        "en": f"the number of masked positions in each window of {k} (max_span_length=1)",
        "zh-CN": f"每个长度为 {k} 的窗口中被掩码的位置数（max_span_length=1）",
    }
    expect.equal(windows.sum(dim=1), torch.ones(9000, dtype=torch.int64, device=windows.device), what=what)
    margin = 6.5 * ((k - 1) / k**2 / 9000) ** 0.5
    for place in range(k):
        what = {
            "en": f"the share of spans at place {place} of {k}",
            "zh-CN": f"片段位于 {k} 个位置中第 {place} 个的比例",
        }
        expect.between(windows[:, place].double().mean().item(), 1 / k - margin, 1 / k + margin, what=what)
    # With k = 2 windows are crowded: how often spans touch shows the places of longer spans.
    mask = long_mask(learner, case, 70_000, 2, 3)
    runs = runs_of(mask)
    for length, share in run_shares(2, 3).items():
        margin = 11.3 * (share * (1 - share) / max(len(runs), 1)) ** 0.5
        what = {
            "en": f"the share of runs of length {length} (plm_probability=1/2, max_span_length=3)",
            "zh-CN": f"长度为 {length} 的连续掩码的比例（plm_probability=1/2，max_span_length=3）",
        }
        expect.between((runs == length).double().mean().item(), share - margin, share + margin, what=what)


@check(
    {"en": "The first window begins at 0, the last one is cut off", "zh-CN": "第一个窗口从 0 开始，最后一个被截断"},
    points=2,
    hint={
        "en": "A span that reaches past the end is cut, not dropped, shortened beforehand or moved.",
        "zh-CN": "超出末尾的片段只是截断：不要丢弃、不要事先缩短，也不要移动。",
    },
)
def cuts_the_last_window(learner, case):
    calls = 4000
    # How often position 0 is masked: the span begins with its window. For length 1, it is the first and the last position.
    for k, longest, length in ((4, 5, 1), (4, 5, 4), (3, case.pick([6, 7]), 3)):
        seed = case.integer(1, 10**6)
        options = {"plm_probability": 1 / k, "max_span_length": longest}
        masks = learner.fixtures.many_masks(learner.span_mask, calls, length, seed, **options)
        expect.tensor(masks, shape=(calls, length))
        for position in range(length):
            # The share of lengths and starts at which the span covers this position; all windows are at least this long.
            p = 0
            for s in range(1, longest + 1):
                places = (k - 1) * s + 1
                first, last = max(0, position - s + 1), min(position, places - 1)
                p += (last - first + 1) / places / longest
            margin = 6.5 * (p * (1 - p) / calls) ** 0.5
            what = {
                "en": f"how often position {position} of {length} is masked ({calls} calls, plm_probability=1/{k},"
                f" max_span_length={longest})",
                "zh-CN": f"{length} 个位置中第 {position} 个被掩码的比例（调用 {calls} 次，plm_probability=1/{k}，"
                f"max_span_length={longest}）",
            }
            expect.between(masks[:, position].double().mean().item(), p - margin, p + margin, what=what)


@check(
    {"en": "rng alone decides", "zh-CN": "一切由 rng 决定"},
    hint={
        "en": "Every draw is a method of rng; do not seed it, and do not use the functions of the module random.",
        "zh-CN": "每次抽取都用 rng 的方法；不要给它设种子，也不要用 random 模块的函数。",
    },
)
def follows_the_rng(learner, case):
    seed = case.integer(1, 10**6)
    first, again, other = (learner.fixtures.rng(number) for number in (seed, seed, seed + 1))
    one = mask_of(learner.span_mask(300, rng=first), 300)
    same = mask_of(learner.span_mask(300, rng=again), 300)
    different = mask_of(learner.span_mask(300, rng=other), 300)
    later = mask_of(learner.span_mask(300, rng=first), 300)
    expect.that(
        one == same,
        {
            "en": "Two generators with the same seed should give the same mask, but the masks differ.",
            "zh-CN": "种子相同的两个生成器应给出相同的掩码，实际却不同。",
        },
    )
    # Two masks of some 17 windows agree by chance with a probability far below 1e-12.
    expect.that(
        one != different,
        {
            "en": "A generator with another seed should give another mask, but it gives the same.",
            "zh-CN": "种子不同的生成器应给出不同的掩码，实际却相同。",
        },
    )
    expect.that(
        one != later,
        {
            "en": "A second call with the same generator should give another mask, but it gives the same.",
            "zh-CN": "用同一个生成器再调用一次应得到不同的掩码，实际却相同。",
        },
    )
