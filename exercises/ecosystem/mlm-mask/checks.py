"""Hidden checks of the exercise mlm-mask.

Shares of n independent draws are compared with bounds of 6.5 standard deviations, each wrong in 8e-11 of the runs; a run has
fewer than 60 such comparisons, so a correct solution is refused in fewer than 1e-8 of the runs.
"""

import torch

from quizzer.checks import check, expect

VOCAB = 30_000
MASK = 103
SPECIAL = [0, 101, 102]
RESULT = {"en": "what mask_tokens returns", "zh-CN": "mask_tokens 的返回值"}


def draw(case, *shape, special=True):
    """Ordinary ids, and about one in eight a special one."""
    ids = torch.randint(1000, VOCAB, shape, generator=case.generator)
    if special:
        which = torch.randint(0, 24, shape, generator=case.generator)
        for number, token in enumerate(SPECIAL):
            ids[which == number] = token
    return ids.to(case.device)


def is_special(ids):
    return torch.isin(ids, torch.tensor(SPECIAL, device=ids.device))


def two(result, ids):
    expect.is_type(result, tuple, what=RESULT)
    expect.equal(len(result), 2, what={"en": "the number of tensors returned", "zh-CN": "返回的张量个数"})
    new_ids, labels = result
    shape = tuple(ids.shape)
    expect.tensor(new_ids, shape=shape, dtype=torch.int64, what={"en": "the new ids", "zh-CN": "新的编号"})
    expect.tensor(labels, shape=shape, dtype=torch.int64, what={"en": "the labels", "zh-CN": "标签"})
    return new_ids, labels


def share(flags, p, en, zh):
    """The share of true flags is that of independent draws with probability p."""
    count = flags.numel()
    expect.that(
        count > 0,
        {
            "en": f"There should be many tokens to count for {en}, but there are none.",
            "zh-CN": f"{zh}：没有任何可数的 token。",
        },
    )
    margin = 6.5 * (p * (1 - p) / count) ** 0.5
    expect.between(flags.double().mean().item(), p - margin, p + margin, what={"en": en, "zh-CN": zh})


@check(
    {"en": "Tokens are selected with mlm_probability", "zh-CN": "token 以概率 mlm_probability 被选中"},
    points=2,
    hint={
        "en": "Positions whose label is not -100 are the selected ones; special tokens do not count.",
        "zh-CN": "标签不是 -100 的位置就是选中的位置；特殊 token 不计在内。",
    },
    visible=True,
)
def selects_with_the_probability(learner, case):
    ids = draw(case, 200, 400)
    ordinary = ~is_special(ids)
    _, labels = two(learner.mask_tokens(ids, MASK, VOCAB, SPECIAL), ids)
    share((labels != -100)[ordinary], 0.15, "the share of selected tokens by default", "默认情况下选中的比例")
    for p in (case.pick([0.3, 0.4]), 0.8):
        _, labels = two(learner.mask_tokens(ids, MASK, VOCAB, SPECIAL, p), ids)
        share(
            (labels != -100)[ordinary],
            p,
            f"the share of selected tokens with mlm_probability={p}",
            f"mlm_probability={p} 时选中的比例",
        )
    for p, count in ((0.0, 0), (1.0, int(ordinary.sum()))):
        _, labels = two(learner.mask_tokens(ids, MASK, VOCAB, SPECIAL, mlm_probability=p), ids)
        what = {"en": f"the number of selected tokens with p={p}", "zh-CN": f"p={p} 时选中的个数"}
        expect.equal(int((labels != -100).sum()), count, what=what)


@check(
    {"en": "Every token is selected on its own", "zh-CN": "每个 token 独立地被选中"},
    points=1,
    hint={
        "en": "Draw one number for each element of ids; neither whole rows or columns together nor a fixed number of places.",
        "zh-CN": "ids 的每个元素各抽一个数；不要整行、整列一起选，也不要固定选若干个位置。",
    },
)
def selects_independently(learner, case):
    p, shape = 0.4, (60, 40, 30)
    ids = draw(case, *shape, special=False)
    _, labels = two(learner.mask_tokens(ids, MASK, VOCAB, SPECIAL, p), ids)
    selected = labels != -100
    expected = p * p + (1 - p) * (1 - p)
    # At least 36,000 pairs; a pair's variance is 0.25, and 0.27 with the pairs that share an element: the deviation is at
    # most 0.0028, so 0.025 is 8.9 of them.
    for axis, size in enumerate(shape):
        for distance in (1, size // 2):
            first = selected.narrow(axis, 0, size - distance)
            second = selected.narrow(axis, distance, size - distance)
            what = {
                "en": f"how often two tokens {distance} apart along dimension {axis} are both selected or both not",
                "zh-CN": f"第 {axis} 维上相距 {distance} 的两个 token 同时选中或同时未选中的比例",
            }
            expect.between((first == second).double().mean().item(), expected - 0.025, expected + 0.025, what=what)
    counts = set()
    for size in (91,) * 12:
        small = draw(case, size, special=False)
        _, labels = two(learner.mask_tokens(small, MASK, VOCAB, SPECIAL, 0.3), small)
        counts.add(int((labels != -100).sum()))
    # The likeliest count of Binomial(91, 0.3) has probability 0.092: 12 equal ones happen with 0.092**11 = 4e-12.
    expect.that(
        len(counts) > 1,
        {
            "en": f"The number of selected tokens should vary, but 12 calls on 91 tokens selected {min(counts)} each time.",
            "zh-CN": f"选中的个数应当有多有少，但对 91 个 token 调用 12 次，每次都恰好选中 {min(counts)} 个。",
        },
    )


@check(
    {"en": "Special tokens are never selected", "zh-CN": "特殊 token 永远不被选中"},
    points=2,
    hint={
        "en": "Every id of the list counts; their label is -100 and they stay as they are.",
        "zh-CN": "列表里的每个编号都算；它们的标签为 -100，编号保持不变。",
    },
)
def spares_special_tokens(learner, case):
    special = SPECIAL
    for p in (0.5, 1.0):
        ids = draw(case, 50, 60)
        new_ids, labels = two(learner.mask_tokens(ids, MASK, VOCAB, special, p), ids)
        for token in special:
            at = ids == token
            what = {"en": f"labels of the special token {token}", "zh-CN": f"特殊 token {token} 的标签"}
            expect.equal(labels[at], torch.full_like(labels[at], -100), what=what)
            what = {"en": f"the new ids of the special token {token}", "zh-CN": f"特殊 token {token} 的新编号"}
            expect.equal(new_ids[at], ids[at], what=what)
    few = [case.integer(1, 3)]
    ids = torch.randint(0, 5, (40, 30), generator=case.generator).to(case.device)
    _, labels = two(learner.mask_tokens(ids, 4, 5, few, 1.0), ids)
    what = {"en": f"labels for special={few} and p=1", "zh-CN": f"special={few}、p=1 时的标签"}
    expect.equal(labels, torch.where(ids == few[0], -100, ids), what=what)


@check(
    {"en": "Labels hold the original ids, and -100 elsewhere", "zh-CN": "标签是原来的编号，其余为 -100"},
    points=2,
    hint={
        "en": "Take the labels from ids as they were before masking; what is not selected keeps its id.",
        "zh-CN": "标签取自掩码之前的 ids；未选中的位置编号不变。",
    },
)
def labels_the_selected(learner, case):
    for shape in ((30, 70), (1500,), (20, 5, 12)):
        ids = draw(case, *shape)
        new_ids, labels = two(learner.mask_tokens(ids, MASK, VOCAB, SPECIAL, 0.4), ids)
        selected = labels != -100
        expect.that(
            bool(selected.any()),
            {
                "en": f"Of {ids.numel()} tokens, none is selected.",
                "zh-CN": f"{ids.numel()} 个 token 中一个也没有选中。",
            },
        )
        what = {"en": "the labels of the selected tokens", "zh-CN": "选中 token 的标签"}
        expect.equal(labels[selected], ids[selected], what=what)
        what = {"en": "the new ids where the label is -100", "zh-CN": "标签为 -100 处的新编号"}
        expect.equal(new_ids[~selected], ids[~selected], what=what)


@check(
    {"en": "80 % masked, 10 % random, 10 % kept", "zh-CN": "80 % 换成掩码，10 % 随机，10 % 不变"},
    points=3,
    hint={
        "en": "The shares are of the selected tokens. After the masked ones are gone, the random ones are half of what remains.",
        "zh-CN": "这些比例是对选中的 token 而言的。去掉换成掩码的之后，随机替换的占剩下的一半。",
    },
)
def splits_the_selected(learner, case):
    ids = draw(case, 250, 400)
    for p in (0.15, 0.9):
        new_ids, labels = two(learner.mask_tokens(ids, MASK, VOCAB, SPECIAL, p), ids)
        selected = labels != -100
        before, after = ids[selected], new_ids[selected]
        # A random id is the mask, or the same token, with probability 1/30000 each.
        rest = 0.1 / VOCAB
        share(
            after == MASK,
            0.8 + rest,
            f"the share of masked among the selected (p={p})",
            f"选中者中换成掩码的比例（p={p}）",
        )
        share(
            after == before,
            0.1 + rest,
            f"the share of kept among the selected (p={p})",
            f"选中者中保持不变的比例（p={p}）",
        )
        changed = (after != MASK) & (after != before)
        share(
            changed,
            0.1 - 2 * rest,
            f"the share of random among the selected (p={p})",
            f"选中者中随机替换的比例（p={p}）",
        )


@check(
    {"en": "Random ids are uniform over the vocabulary", "zh-CN": "随机编号在整个词表上均匀分布"},
    points=1,
    hint={
        "en": "torch.randint(vocab_size, shape) draws from 0 to vocab_size - 1, one for each position.",
        "zh-CN": "torch.randint(vocab_size, shape) 在 0 到 vocab_size - 1 之间抽取，每个位置一个。",
    },
)
def draws_from_the_whole_vocabulary(learner, case):
    size = case.integer(9, 12)
    special, kept, mask = 2, 3, case.integer(5, size - 2)
    ids = torch.full((300, 200), kept, device=case.device)
    new_ids, _ = two(learner.mask_tokens(ids, mask, size, [special], 1.0), ids)
    low, high = int(new_ids.min()), int(new_ids.max())
    expect.that(
        0 <= low and high < size,
        {
            "en": f"New ids should lie from 0 to {size - 1}, but they go from {low} to {high}.",
            "zh-CN": f"新编号应在 0 到 {size - 1} 之间，实际从 {low} 到 {high}。",
        },
    )
    for token in range(size):
        p = 0.1 / size + (0.8 if token == mask else 0.1 if token == kept else 0)
        share(
            new_ids == token,
            p,
            f"the share of id {token} (vocab_size={size}, mask_id={mask}, all ids {kept}, p=1)",
            f"编号 {token} 的比例（vocab_size={size}，mask_id={mask}，ids 全为 {kept}，p=1）",
        )


@check(
    {
        "en": "generator, or else torch.manual_seed, decides",
        "zh-CN": "由 generator 决定；不给则由 torch.manual_seed 决定",
    },
    points=2,
    hint={
        "en": "Every random function takes generator=; never seed anything.",
        "zh-CN": "每个随机函数都接受 generator=；不要设置任何种子。",
    },
)
def follows_the_generator(learner, case):
    ids = draw(case, 40, 50)
    seed = case.integer(1, 10**6)
    with_generator, without = [], []
    for number, other in ((seed, 1), (seed, 2), (seed + 1, 2)):
        learner.seed(other)
        generator = learner.generator(number)
        got = learner.mask_tokens(ids, MASK, VOCAB, SPECIAL, 0.4, generator=generator)
        with_generator.append(two(got, ids))
        learner.seed(number)
        without.append(two(learner.mask_tokens(ids, MASK, VOCAB, SPECIAL, 0.4), ids))
    cases = (
        (with_generator, "a generator with the same seed", "种子相同的 generator"),
        (without, "the same torch.manual_seed", "同样的 torch.manual_seed"),
    )
    for results, en, zh in cases:
        for first, second, name in zip(results[0], results[1], ("the new ids", "the labels"), strict=True):
            named = {"the new ids": "新编号", "the labels": "标签"}[name]
            expect.equal(second, first, what={"en": f"{name} with {en}", "zh-CN": f"使用{zh}时的{named}"})
        expect.that(
            not torch.equal(results[1][1], results[2][1]) and not torch.equal(results[1][0], results[2][0]),
            {
                "en": f"Another seed should give another result, but it is the same (tried with {en}, then another).",
                "zh-CN": f"换一个种子应得到不同的结果，实际却相同（先用{zh}，再换一个）。",
            },
        )
    draws_everything_anew(learner, case, seed)


def draws_everything_anew(learner, case, seed):
    """Of two seeds, neither the fates of the tokens nor the random ids are the same."""
    ids = draw(case, 150, 200, special=False)
    (first, labels), (second, others) = (
        two(learner.mask_tokens(ids, MASK, VOCAB, SPECIAL, 1.0, generator=learner.generator(number)), ids)
        for number in (seed, seed + 1)
    )
    selected = (labels != -100) & (others != -100)
    first, second, before = first[selected], second[selected], ids[selected]
    left = first != MASK
    if left.any() and not left.all():
        # Of about 6,000 tokens that are not masked, a fifth is not masked the second time: the deviation is 0.005.
        again = (second != MASK)[left].double().mean().item()
        expect.that(
            again < 0.6,
            {
                "en": f"Another seed should mask other tokens (p=1), but {again:.0%} of those not masked stay so.",
                "zh-CN": f"换一个种子，换成掩码的 token 也应不同（p=1），实际没有换成掩码的有 {again:.0%} 还是没换。",
            },
        )
    both = (first != MASK) & (first != before) & (second != MASK) & (second != before)
    same = (first == second)[both]
    # About 300 tokens are random both times, and 1 in 30,000 of them gets the same id.
    expect.that(
        int(same.sum()) * 2 <= same.numel(),
        {
            "en": f"Another seed should give other random ids, but {int(same.sum())} of {same.numel()} are the same.",
            "zh-CN": f"换一个种子应得到不同的随机编号，实际 {same.numel()} 个中有 {int(same.sum())} 个相同。",
        },
    )


@check(
    {"en": "ids is not changed", "zh-CN": "不修改 ids"},
    hint={"en": "Work on a clone.", "zh-CN": "在副本上修改。"},
)
def leaves_the_input_alone(learner, case):
    ids = draw(case, 20, 30)
    for p in (0.5, 1.0, 0.0):
        seen = learner.observe(learner.mask_tokens, ids, MASK, VOCAB, SPECIAL, p)
        expect.equal(seen.arguments[0], ids, what={"en": "ids after the call", "zh-CN": "调用之后的 ids"})
        shared = any(leaf.shares_memory for leaf in seen.leaves)
        expect.that(
            not shared,
            {
                "en": "The results should be new tensors, but one shares memory with ids.",
                "zh-CN": "结果应是新的张量，但有一个与 ids 共享内存。",
            },
        )
