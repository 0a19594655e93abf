"""Hidden checks of the exercise exact-shards."""

from quizzer.checks import check, expect


def sizes_for(size, n):
    """The wanted sizes, one element after the other dealt out."""
    sizes = [0] * n
    for element in range(size):
        sizes[element % n] += 1
    return sizes


def call_text(x, n, dim):
    shape = tuple(x.shape)
    call = f"`shards(x, {n}, dim={dim})`"
    return {"en": f"{call} for x of shape {shape}", "zh-CN": f"x 的形状为 {shape} 时，{call} "}


def parts_of(learner, x, n, dim):
    """The parts, if they are n tensors."""
    got = learner.shards(x, n, dim)
    text = call_text(x, n, dim)
    expect.that(
        type(got) in (list, tuple) and len(got) == n,
        {
            "en": f"{text['en']} should be a list or tuple of {n} tensors, but it is"
            f" {f'one of {len(got)}' if type(got) in (list, tuple) else f'{got!r:.80}'}.",
            "zh-CN": f"{text['zh-CN']}应为含 {n} 个张量的列表或元组，"
            f"{f'实际含 {len(got)} 个' if type(got) in (list, tuple) else f'实际是 {got!r:.80}'}。",
        },
    )
    for number, part in enumerate(got):
        expect.tensor(
            part,
            dtype=x.dtype,
            what={"en": f"part {number} of {text['en']}", "zh-CN": f"{text['zh-CN']}的第 {number} 份"},
        )
    return got


def compare(learner, x, n, dim=0):
    got = parts_of(learner, x, n, dim)
    text = call_text(x, n, dim)
    sizes = sizes_for(x.shape[dim], n)
    start = 0
    for number, (part, size) in enumerate(zip(got, sizes, strict=True)):
        what = {"en": f"part {number} of {text['en']}", "zh-CN": f"{text['zh-CN']}的第 {number} 份"}
        expect.equal(part, x.narrow(dim, start, size), what=what)
        start += size


@check(
    {"en": "Parts of equal size, if n divides", "zh-CN": "能整除时，各份大小相等"},
    hint={"en": "The parts are consecutive pieces of x.", "zh-CN": "各份是 x 中连续的片段。"},
    visible=True,
)
def cuts_equal_parts(learner, case):
    for size, n in ((6, 3), (8, 2), (5, 5), (7, 1)):
        compare(learner, case.randn(size, 3), n)


@check(
    {"en": "Sizes differ by at most 1, larger parts first", "zh-CN": "大小至多相差 1，大的在前"},
    points=2,
    hint={
        "en": "The rest of the division is dealt out one each, to the first parts.",
        "zh-CN": "除法的余数从头开始，每份分一个。",
    },
    visible=True,
)
def deals_out_the_rest(learner, case):
    for size, n in ((7, 3), (11, 4), (13, 5), (5, 4)):
        compare(learner, case.randn(size, 2), n)
    n = case.integer(3, 6)
    compare(learner, case.randn(n * case.integer(2, 5) + case.integer(1, n - 1)), n)


@check(
    {"en": "Always exactly n parts, even if some are empty", "zh-CN": "总是恰好 n 份，即使有空的"},
    points=2,
    hint={
        "en": "`torch.chunk` may return fewer: it fixes the size, not the number.",
        "zh-CN": "`torch.chunk` 返回的份数可能更少：它固定的是大小，而不是份数。",
    },
)
def returns_exactly_n(learner, case):
    for size, n in ((6, 4), (9, 6), (2, 5), (1, 3), (0, 2)):
        compare(learner, case.randn(size, 3), n)


@check(
    {"en": "dim is honoured, negative too", "zh-CN": "dim 起作用，负数也行"},
    points=2,
    hint={
        "en": "Use `x.shape[dim]`, and cut along the same dimension.",
        "zh-CN": "用 `x.shape[dim]`，并沿同一个维度切。",
    },
)
def honours_dim(learner, case):
    x = case.randn(4, 7, 5)
    for dim, n in ((1, 3), (2, 2), (-1, 3), (-2, 4), (-3, 3), (2, 6)):
        compare(learner, x, n, dim)
    compare(learner, case.randn(5, 5), 3, 1)
    x = case.randn(6, 4)
    got = learner.shards(x, 4)
    what = {"en": "the first part without dim", "zh-CN": "不给 dim 时的第一份"}
    expect.equal(got[0], x[:2], what=what)


@check(
    {"en": "The parts are views", "zh-CN": "各份是视图"},
    points=2,
    hint={
        "en": "Slices, `narrow` and `split` share memory; `clone`, `stack`, and an index made of a tensor or list copy.",
        "zh-CN": "切片、`narrow` 和 `split` 共享内存；`clone`、`stack`，以及用张量或列表做下标都会复制。",
    },
)
def returns_views(learner, case):
    for shape, n, dim in (((7, 2), 3, 0), ((3, 8), 3, 1), ((4, 6), 2, -1)):
        x = case.randn(*shape)
        wanted, start = x.clone(), 0
        for number, size in enumerate(sizes_for(x.shape[dim], n), start=1):
            wanted.narrow(dim, start, size).add_(number)
            start += size
        got = learner.fixtures.after_writing_into_the_parts(learner.shards, x.clone(), n, dim)
        what = {"en": "`x`, once the parts were written into,", "zh-CN": "写入各份之后，x"}
        expect.equal(got, wanted, what=what)
