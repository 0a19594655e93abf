"""Hidden checks of the exercise batch-indices.

The bounds on random orders are so wide that a right solution is refused in fewer than 1e-12 of the runs; each says why.
"""

from quizzer.checks import check, expect


def cut(n, size, drop_last):
    batches = [list(range(start, min(start + size, n))) for start in range(0, n, size)]
    return [batch for batch in batches if len(batch) == size] if drop_last else batches


def text(n, size, **options):
    return f"BatchIndices({n}, {size}{''.join(f', {name}={value}' for name, value in options.items())})"


def flat(epoch):
    return [index for batch in epoch for index in batch]


def lists_of_ints(epoch, call):
    for batch in epoch:
        what = {"en": f"a batch of `{call}`", "zh-CN": f"`{call}` 的一个批次"}
        expect.is_type(batch, list, what=what)
        for index in batch:
            expect.is_type(index, int, what={"en": "an index", "zh-CN": "下标"})


def compare(learner, calls):
    for (n, size, drop), (_, got) in zip(calls, learner.fixtures.lengths(learner.BatchIndices, calls), strict=True):
        call = text(n, size, drop_last=drop)
        lists_of_ints(got, call)
        expect.equal(got, cut(n, size, drop), what={"en": f"list({call})", "zh-CN": f"list({call}) "})


def permutation(epoch, n, size, call):
    """Claim that these batches hold each index once."""
    lists_of_ints(epoch, call)
    expect.equal(
        [len(batch) for batch in epoch],
        [len(batch) for batch in cut(n, size, drop_last=False)],
        what={"en": f"the sizes of the batches of `{call}`", "zh-CN": f"`{call}` 各批次的大小"},
    )
    expect.equal(
        sorted(flat(epoch)),
        list(range(n)),
        what={"en": f"the sorted indices of one epoch of `{call}`", "zh-CN": f"`{call}` 一轮的全部下标（排序后）"},
    )


@check(
    {"en": "Without shuffling, batches come in order", "zh-CN": "不打乱时批次按顺序给出"},
    points=2,
    hint={"en": "The last batch may be smaller, but it is there.", "zh-CN": "最后一个批次可以较小，但不能丢掉。"},
    visible=True,
)
def cuts_in_order(learner, case):
    size = case.integer(2, 6)
    compare(learner, [(7, 3, False), (6, 3, False), (5 * size + 1, size, False), (4, 1, False), (9, 8, False)])
    call = text(7, 3)
    length, (epoch,), _ = learner.fixtures.epochs(learner.BatchIndices, [7, 3], {})
    expect.equal(epoch, cut(7, 3, drop_last=False), what={"en": f"list({call})", "zh-CN": f"list({call}) "})


@check(
    {"en": "drop_last leaves out the incomplete batch", "zh-CN": "drop_last 舍去不完整的批次"},
    points=2,
    hint={"en": "A full last batch is not dropped.", "zh-CN": "完整的最后一个批次不能丢。"},
)
def drops_the_last(learner, case):
    size = case.integer(2, 6)
    compare(learner, [(7, 3, True), (6, 3, True), (5 * size + 1, size, True), (5 * size - 1, size, True), (4, 1, True)])
    _, (epoch,), _ = learner.fixtures.epochs(learner.BatchIndices, [11, 4, True, True], {}, seed=case.integer(1, 999))
    lists_of_ints(epoch, text(11, 4, shuffle=True, drop_last=True))
    sizes = {"en": "the sizes of the shuffled batches", "zh-CN": "打乱时各批次的大小"}
    expect.equal([len(batch) for batch in epoch], [4, 4], what=sizes)
    number = {
        "en": "the number of different indices in two batches of 4",
        "zh-CN": "两个大小为 4 的批次中不同下标的个数",
    }
    expect.equal(len(set(flat(epoch))), 8, what=number)


@check(
    {"en": "len is the number of batches", "zh-CN": "len 是批次数"},
    hint={"en": "Floor with drop_last, ceiling without.", "zh-CN": "drop_last 时向下取整，否则向上取整。"},
)
def knows_its_length(learner, case):
    sizes = [(7, 3), (6, 3), (0, 4), (2, 5), (case.integer(20, 90), case.integer(2, 9)), (5, 1)]
    calls = [(n, size, drop) for n, size in sizes for drop in (False, True)]
    for (n, size, drop), (length, _) in zip(calls, learner.fixtures.lengths(learner.BatchIndices, calls), strict=True):
        call = f"len({text(n, size, drop_last=drop)})"
        expect.equal(length, len(cut(n, size, drop)), what={"en": f"`{call}`", "zh-CN": f"`{call}` "})


@check(
    {"en": "No samples, or fewer than a batch", "zh-CN": "没有样本，或不足一个批次"},
    hint={"en": "n=0 gives no batch at all.", "zh-CN": "n=0 时一个批次也没有。"},
)
def takes_few_samples(learner, case):
    size = case.integer(4, 9)
    calls = [(n, s, drop) for n, s in ((0, size), (3, size), (size, size), (1, 1)) for drop in (False, True)]
    compare(learner, calls)
    for n in (0, 1):
        _, seen, _ = learner.fixtures.epochs(learner.BatchIndices, [n, 3], {"shuffle": True}, 2, seed=7)
        what = {"en": f"two shuffled epochs of {n} sample(s)", "zh-CN": f"{n} 个样本打乱后的两轮"}
        expect.equal(seen, [cut(n, 3, drop_last=False)] * 2, what=what)


@check(
    {"en": "Each shuffled epoch is a random permutation", "zh-CN": "打乱的每一轮都是随机排列"},
    points=2,
    hint={
        "en": "Shuffle all indices before they are cut into batches.",
        "zh-CN": "先打乱全部下标，再切成批次。",
    },
)
def permutes(learner, case):
    n, size = 60, 20
    _, seen, _ = learner.fixtures.epochs(
        learner.BatchIndices, [n, size], {"shuffle": True}, 2, seed=case.integer(1, 10**6)
    )
    for epoch in seen:
        permutation(epoch, n, size, text(n, size, shuffle=True))
        order = flat(epoch)
        # Steps of +1 or -1 are about Poisson(2): 30 or more in fewer than 1e-23 of the epochs.
        steps = sum(abs(after - before) == 1 for before, after in zip(order, order[1:], strict=False))
        expect.that(
            steps < 30,
            {
                "en": f"{steps} of 59 indices are next to their neighbours: this order is hardly shuffled.",
                "zh-CN": f"59 对相邻位置中有 {steps} 对的下标也相邻：这个顺序几乎没有打乱。",
            },
        )
        # The share of the first batch that comes from one third is hypergeometric, mean 6.7: all 20 in 2e-16 of the epochs.
        for batch in epoch:
            thirds = {index // size for index in batch}
            expect.that(
                len(thirds) > 1,
                {
                    "en": "A shuffled batch holds exactly the indices of one unshuffled batch: only the inside of batches is shuffled.",
                    "zh-CN": "打乱后的一个批次恰好包含未打乱时一个批次的下标：只打乱了批次内部。",
                },
            )
    n, size = 11, 4
    _, seen, _ = learner.fixtures.epochs(learner.BatchIndices, [n, size, True], {}, 3, seed=case.integer(1, 10**6))
    for epoch in seen:
        permutation(epoch, n, size, text(n, size, shuffle=True))


@check(
    {"en": "Each epoch has a new order", "zh-CN": "每一轮的顺序都是新的"},
    points=2,
    hint={"en": "Draw the permutation in __iter__.", "zh-CN": "在 __iter__ 里抽取排列。"},
)
def shuffles_anew(learner, case):
    for seed in (None, case.integer(1, 10**6)):
        _, seen, _ = learner.fixtures.epochs(learner.BatchIndices, [40, 7], {"shuffle": True}, 3, seed=seed)
        orders = {tuple(flat(epoch)) for epoch in seen}
        # Two of three equal by chance: 3/40!.
        expect.that(
            len(orders) == 3,
            {
                "en": f"Three epochs should have three orders, but there are {len(orders)}.",
                "zh-CN": f"三轮应有三种顺序，实际只有 {len(orders)} 种。",
            },
        )


@check(
    {"en": "The generator alone decides the order", "zh-CN": "顺序只由生成器决定"},
    points=2,
    hint={
        "en": "Pass the generator to torch.randperm; without one, torch's global generator does it.",
        "zh-CN": "把生成器传给 torch.randperm；没有生成器时由 torch 的全局生成器决定。",
    },
)
def follows_the_generator(learner, case):
    seed = case.integer(1, 10**6)
    runs = []
    for number, other in ((seed, 1), (seed, 2), (seed + 1, 1)):
        _, seen, used = learner.fixtures.epochs(
            learner.BatchIndices, [40, 7], {"shuffle": True}, 2, seed=number, global_seed=other
        )
        runs.append(seen)
        expect.that(
            not used,
            {
                "en": "With a generator given, torch's global generator should not be touched, but its state changes.",
                "zh-CN": "给出生成器时不应触动 torch 的全局生成器，但它的状态变了。",
            },
        )
    same = {"en": "two epochs from a generator with the same seed", "zh-CN": "种子相同的生成器给出的两轮"}
    expect.equal(runs[1], runs[0], what=same)
    expect.that(
        runs[2] != runs[0],
        {
            "en": "Another seed of the generator should give another order, but it gives the same.",
            "zh-CN": "生成器换一个种子应给出不同的顺序，实际却相同。",
        },
    )
    _, _, used = learner.fixtures.epochs(learner.BatchIndices, [40, 7], {}, 1)
    expect.that(
        not used,
        {
            "en": "Without shuffling no generator should be used, but the state of torch's global one changes.",
            "zh-CN": "不打乱时不应使用任何生成器，但 torch 全局生成器的状态变了。",
        },
    )
    runs = [
        learner.fixtures.epochs(learner.BatchIndices, [40, 7], {"shuffle": True}, 2, global_seed=number)[1]
        for number in (seed, seed, seed + 1)
    ]
    same = {
        "en": "without a generator, two epochs after the same torch.manual_seed",
        "zh-CN": "没有生成器时，同样的 torch.manual_seed 之后的两轮",
    }
    expect.equal(runs[1], runs[0], what=same)
    again = learner.fixtures.reseeded(learner.BatchIndices, [40, 7], seed)
    what = {
        "en": "without a generator, an epoch of the same object after the same torch.manual_seed",
        "zh-CN": "没有生成器时，同一个对象在同样的 torch.manual_seed 之后的一轮",
    }
    expect.equal(again[1], again[0], what=what)
    expect.that(
        runs[2] != runs[0],
        {
            "en": "Without a generator, another torch.manual_seed should give another order, but it gives the same.",
            "zh-CN": "没有生成器时，换一个 torch.manual_seed 应给出不同的顺序，实际却相同。",
        },
    )


@check(
    {"en": "Iterations do not disturb each other", "zh-CN": "各次遍历互不干扰"},
    hint={
        "en": "What belongs to one pass is a local variable of __iter__, not an attribute.",
        "zh-CN": "只属于一次遍历的东西应是 __iter__ 的局部变量，而不是属性。",
    },
)
def keeps_iterations_apart(learner, case):
    pairs, after = learner.fixtures.two_at_once(learner.BatchIndices, [10, 4], {}, 3)
    want = cut(10, 4, drop_last=False)
    batches = [pair[0] for pair in pairs]
    for which in (0, 1):
        got = [batch[which] for batch in batches]
        expect.equal(
            got, want, what={"en": "one of two iterations at the same time", "zh-CN": "两次同时进行的遍历之一"}
        )
    expect.equal(after, want, what={"en": "an iteration after others", "zh-CN": "其他遍历之后的一次遍历"})
    seed = case.integer(1, 10**6)
    pairs, after = learner.fixtures.two_at_once(learner.BatchIndices, [10, 4], {"shuffle": True}, seed)
    for epoch in ([pair[0][0] for pair in pairs], [pair[0][1] for pair in pairs], after):
        permutation(epoch, 10, 4, text(10, 4, shuffle=True))
