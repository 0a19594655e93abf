"""Hidden checks of the exercise dropout.

The statistical bounds are at least 6.5 standard deviations wide: 2 * (1 - Phi(6.5)) = 8e-11 for one two-sided
comparison, and fewer than 60 comparisons a run; with the bounds on how counts spread, which stand where they are used,
a correct layer is refused in fewer than 1e-7 of the runs.
No p is 0.5 where 1/p or the keep probability could be mistaken for the right number.
"""

import torch

from quizzer.checks import check, expect

# How often the small input is dropped from, and the least spread of the counts of zeros, over the expected one.
CALLS = 12
LEAST_SPREAD = 0.4

DROPPED_SHARE = {"en": "the share of dropped elements", "zh-CN": "被丢弃元素的比例"}
SURVIVOR = {"en": "a surviving element", "zh-CN": "保留下来的元素"}


def sigma(p, count):
    """The standard deviation of a share of ``count`` independent draws of probability ``p``."""
    return (p * (1 - p) / count) ** 0.5


def agreement(first, second):
    """The share of places where two masks agree."""
    return (first == second).double().mean().item()


def nonzero_input(case, *shape):
    """Random values of both signs, none of them near zero: a zero in the output is a dropped element."""
    magnitude = case.rand(*shape) + 0.5
    return torch.where(case.rand(*shape) < 0.5, -magnitude, magnitude)


@check(
    {"en": "Elements are dropped with probability p", "zh-CN": "元素以概率 p 被丢弃"},
    points=2,
    hint={
        "en": "p is the probability of being dropped, not of being kept. Compare uniform numbers with it.",
        "zh-CN": "p 是被丢弃的概率，不是被保留的概率。拿均匀分布的随机数和它比较。",
    },
    visible=True,
)
def drops_with_probability_p(learner, case):
    rows, columns = 150, 130
    count = rows * columns
    for p in (case.pick([0.13, 0.27, 0.36]), 0.7):
        y = learner.Dropout(p=p)(torch.ones(rows, columns, device=case.device))
        expect.tensor(y, shape=(rows, columns))
        share = (y == 0).double().mean().item()
        expect.between(share, p - 6.5 * sigma(p, count), p + 6.5 * sigma(p, count), what=DROPPED_SHARE)
    y = learner.Dropout()(torch.ones(rows, columns, device=case.device))
    expect.tensor(y, shape=(rows, columns))
    share = (y == 0).double().mean().item()
    what = {"en": "the share of dropped elements at the default p", "zh-CN": "p 取默认值时被丢弃元素的比例"}
    expect.between(share, 0.5 - 6.5 * sigma(0.5, count), 0.5 + 6.5 * sigma(0.5, count), what=what)


@check(
    {"en": "Survivors are scaled by 1/(1-p)", "zh-CN": "保留的元素按 1/(1-p) 缩放"},
    points=2,
    hint={
        "en": "Which factor brings the expected value of an output element back to x, if it survives with probability 1-p?",
        "zh-CN": "元素以 1-p 的概率被保留，乘以多少才能让输出的期望回到 x？",
    },
)
def scales_survivors(learner, case):
    for p in (case.pick([0.1, 0.2, 0.3]), 0.75):
        x = nonzero_input(case, 19, 29, 7)
        y = learner.Dropout(p)(x)
        expect.tensor(y, shape=(19, 29, 7))
        kept = y != 0
        expect.that(
            bool(kept.any()),
            {
                "en": f"With p={p}, about {1 - p:.0%} of the elements should survive, but none did.",
                "zh-CN": f"p={p} 时应有约 {1 - p:.0%} 的元素被保留，实际一个也没有。",
            },
        )
        expect.close(y[kept], x[kept] / (1 - p), what=SURVIVOR)


@check(
    {"en": "The expected value of the output is the input", "zh-CN": "输出的期望等于输入"},
    points=1,
    hint={
        "en": "Average many outputs for the same x: the average must approach x, element by element.",
        "zh-CN": "对同一个 x 求很多次输出的平均：每个位置的平均值都应趋近于 x。",
    },
)
def keeps_the_expected_value(learner, case):
    p = case.pick([0.15, 0.25, 0.4])
    values = torch.arange(1, 26, dtype=torch.float32) - 8.5
    x = values.repeat(1200, 1).to(case.device)
    y = expect.tensor(learner.Dropout(p=p)(x), shape=(1200, 25), dtype=torch.float32)
    ratio = (y.double() / x.double()).mean()
    # An element's ratio has mean 1 and variance p/(1-p).
    margin = 6.5 * (p / (1 - p) / x.numel()) ** 0.5
    what = {"en": "mean output divided by input", "zh-CN": "输出与输入之比的平均值"}
    expect.between(ratio, 1 - margin, 1 + margin, what=what)


@check(
    {"en": "Every element has a draw of its own", "zh-CN": "每个元素独立抽取"},
    points=2,
    hint={
        "en": "The mask needs the full shape of x. A smaller mask is broadcast, and whole rows, columns or channels fall together.",
        "zh-CN": "掩码要与 x 形状相同。形状更小的掩码会被广播，于是整行、整列或整个通道一起被丢弃。",
    },
)
def draws_each_element_alone(learner, case):
    p = 0.3
    shape = (24, 14, 8, 10)
    y = learner.Dropout(p=p)(torch.ones(shape, device=case.device))
    expect.tensor(y, shape=shape)
    dropped = y == 0
    expected = p * p + (1 - p) * (1 - p)
    # At least 13,440 pairs; a pair's variance is 0.244, and 0.311 with the pairs that share an element: the
    # deviation is at most 0.0049, so 0.04 is 8.1 of them. A mask shared along an axis agrees with itself: 1.0.
    for axis, size in enumerate(shape):
        for distance in (1, size // 2):
            near = dropped.narrow(axis, 0, size - distance)
            far = dropped.narrow(axis, distance, size - distance)
            what = {
                "en": f"how often two elements {distance} apart along dimension {axis} share their fate",
                "zh-CN": f"第 {axis} 维上相距 {distance} 的两个元素同时被丢弃或同时被保留的比例",
            }
            expect.between(agreement(near, far), expected - 0.04, expected + 0.04, what=what)


@check(
    {"en": "The number of zeros is left to chance", "zh-CN": "零的个数是随机的"},
    points=1,
    hint={
        "en": "Independent draws do not give exactly p*n zeros each time: do not choose a fixed number of places to drop.",
        "zh-CN": "独立抽取时，零的个数不会每次都恰好是 p*n：不要固定挑出若干个位置来丢弃。",
    },
)
def leaves_the_count_to_chance(learner, case):
    p = 0.3
    layer = learner.Dropout(p=p)
    small = torch.ones(7, 13, device=case.device)
    counts = set()
    for _ in range(CALLS):
        y = layer(small)
        expect.tensor(y, shape=(7, 13))
        counts.add(int((y == 0).sum()))
    # The likeliest count of Binomial(91, 0.3) has probability 0.092: 12 equal ones happen with 0.092**11 = 4e-12.
    expect.that(
        len(counts) > 1,
        {
            "en": f"The number of dropped elements should vary from call to call, but {CALLS} calls on 91 elements"
            f" dropped exactly {min(counts)} each time.",
            "zh-CN": f"每次调用丢弃的个数应当有多有少，但对 91 个元素调用 {CALLS} 次，每次都恰好丢弃 {min(counts)} 个。",
        },
    )
    y = layer(torch.ones(240, 200, device=case.device))
    expect.tensor(y, shape=(240, 200))
    names = {0: {"en": "columns", "zh-CN": "列"}, 1: {"en": "rows", "zh-CN": "行"}}
    for axis, name in names.items():
        per_line = (y == 0).double().sum(dim=axis)
        # Sum of squares over its expectation is chi-square/k with k >= 200; P(below 0.4 k) <= exp(-0.36 k / 4) < 2e-8.
        spread = ((per_line - y.shape[axis] * p) ** 2).mean().item() / (y.shape[axis] * p * (1 - p))
        expect.that(
            spread > LEAST_SPREAD,
            {
                "en": f"The number of zeros should vary from one of the {name['en']} to the next, but it lies between"
                f" {per_line.min():.0f} and {per_line.max():.0f} in all {per_line.numel()} of them.",
                "zh-CN": f"各{name['zh-CN']}中零的个数应当有多有少，但全部 {per_line.numel()} {name['zh-CN']}"
                f"的个数都在 {per_line.min():.0f} 与 {per_line.max():.0f} 之间。",
            },
        )


@check(
    {"en": "Each call and each layer draws a new mask", "zh-CN": "每次调用、每个层都重新抽取掩码"},
    points=2,
    hint={
        "en": "The mask belongs in forward, not in __init__ or in a cache, and nothing in your code may seed a generator.",
        "zh-CN": "掩码要在 forward 里生成，不要放在 __init__ 或缓存里；你的代码也不应设置任何随机种子。",
    },
)
def draws_a_new_mask_each_time(learner, case):
    p = case.pick([0.3, 0.4])
    first, second = learner.Dropout(p=p), learner.Dropout(p=p)
    x = torch.ones(100, 60, device=case.device)
    names = ("call 1", "call 2", "call 3", "a second layer")
    names_zh = ("第 1 次调用", "第 2 次调用", "第 3 次调用", "另一个层")
    masks = [expect.tensor(layer(x), shape=(100, 60)) == 0 for layer in (first, first, first, second)]
    expected = p * p + (1 - p) * (1 - p)
    # 6,000 independent places: deviation 0.0065, so 0.05 is 7.7 of them; equal masks agree everywhere.
    for i in range(4):
        for j in range(i):
            what = {
                "en": f"how far the masks of {names[j]} and {names[i]} agree",
                "zh-CN": f"{names_zh[j]}与{names_zh[i]}的掩码一致的比例",
            }
            expect.between(agreement(masks[i], masks[j]), expected - 0.05, expected + 0.05, what=what)


@check(
    {"en": "torch.manual_seed decides the mask", "zh-CN": "掩码由 torch.manual_seed 决定"},
    points=1,
    hint={
        "en": "Use PyTorch's random functions on the global generator, and leave its seed alone, in __init__ too.",
        "zh-CN": "使用 PyTorch 的随机函数和全局生成器；不要改动它的种子，在 __init__ 里也不行。",
    },
)
def follows_the_global_seed(learner, case):
    x = torch.ones(60, 50, device=case.device)
    seed = case.integer(1, 10**6)
    layer = learner.Dropout(p=0.4)
    outputs = []
    for _ in range(2):
        learner.seed(seed)
        outputs.append(expect.tensor(layer(x), shape=(60, 50)))
    same = {
        "en": "the output after the same torch.manual_seed",
        "zh-CN": "同样的 torch.manual_seed 之后的输出",
    }
    expect.equal(outputs[1], outputs[0], what=same)
    built = []
    for number in (seed, seed, seed + 1):
        learner.seed(number)
        built.append(expect.tensor(learner.Dropout(p=0.4)(x), shape=(60, 50)))
    expect.equal(built[1], built[0], what=same)
    expect.that(
        not torch.equal(built[2], built[0]),
        {
            "en": "Another torch.manual_seed should give another mask, but layers built after two different seeds gave"
            " the same one.",
            "zh-CN": "种子不同，掩码就应当不同，但用两个不同的种子调用 torch.manual_seed 之后各建一个层，得到的掩码却相同。",
        },
    )


@check(
    {"en": "In evaluation mode the output equals the input", "zh-CN": "评估模式下输出等于输入"},
    points=2,
    hint={
        "en": "Ask self.training in forward, before anything else; every nn.Module has it, and train() and eval() set it.",
        "zh-CN": "在 forward 里首先判断 self.training；每个 nn.Module 都有它，由 train() 和 eval() 设置。",
    },
)
def does_nothing_in_eval(learner, case):
    for p in (case.pick([0.3, 0.4]), 1.0):
        layer = learner.Dropout(p=p)
        expect.that(
            layer.is_a("torch.nn.modules.module.Module"),
            {
                "en": f"Dropout should be a subclass of nn.Module, but it gives {layer!r}.",
                "zh-CN": f"Dropout 应为 nn.Module 的子类，实际得到的是 {layer!r}。",
            },
        )
        x = nonzero_input(case, 30, 20)
        layer.eval()
        y = layer(x)
        expect.tensor(y, shape=(30, 20))
        expect.equal(y, x, what={"en": f"the output in eval mode (p={p})", "zh-CN": f"评估模式下的输出（p={p}）"})
        layer.train()
        y = layer(x)
        expect.tensor(y, shape=(30, 20))
        expect.that(
            bool((y == 0).any()),
            {
                "en": f"Back in training mode (p={p}) elements should be dropped again, but none was.",
                "zh-CN": f"切回训练模式后（p={p}）应当再次丢弃元素，实际一个也没有丢弃。",
            },
        )


@check(
    {"en": "The gradient passes through the same mask and scale", "zh-CN": "梯度经过同一个掩码和系数"},
    points=2,
    hint={
        "en": "Multiply x itself: .data, .detach(), .numpy() and torch.no_grad() cut the graph.",
        "zh-CN": "直接对 x 本身做乘法：.data、.detach()、.numpy() 和 torch.no_grad() 都会切断计算图。",
    },
)
def sends_the_gradient_through_the_mask(learner, case):
    p = case.pick([0.2, 0.3])
    x = nonzero_input(case, 25, 14)
    upstream = case.randn(25, 14)
    result = learner.vjp(learner.Dropout(p=p), x, upstream=upstream)
    y = expect.tensor(result.value, shape=(25, 14))
    what = {"en": "the gradient of x", "zh-CN": "x 的梯度"}
    gradient = expect.tensor(result.inputs[0], shape=(25, 14), what=what)
    expect.close(gradient, torch.where(y != 0, upstream / (1 - p), torch.zeros_like(upstream)), what=what)


@check(
    {"en": "p = 0 keeps everything, p = 1 drops everything", "zh-CN": "p = 0 全部保留，p = 1 全部丢弃"},
    points=1,
    hint={
        "en": "Both ends are allowed. At p = 1 the factor 1/(1-p) does not exist: what is the result without it?",
        "zh-CN": "两个端点都是允许的。p = 1 时 1/(1-p) 不存在：不用它的话，结果应当是什么？",
    },
)
def handles_both_ends_of_p(learner, case):
    x = nonzero_input(case, 70)
    for p in (0, 0.0):
        y = expect.tensor(learner.Dropout(p=p)(x), shape=(70,), dtype=torch.float32)
        expect.close(y, x, what={"en": f"the output at p={p}", "zh-CN": f"p={p} 时的输出"})
    for p in (1, 1.0):
        y = expect.tensor(learner.Dropout(p=p)(x), shape=(70,), dtype=torch.float32)
        expect.close(y, 0.0, what={"en": f"the output at p={p}", "zh-CN": f"p={p} 时的输出"})


@check(
    {"en": "A p outside 0 to 1 raises ValueError", "zh-CN": "p 不在 0 到 1 之间时抛出 ValueError"},
    points=1,
    hint={
        "en": "Check p in __init__ and raise ValueError yourself; both sides, not only one.",
        "zh-CN": "在 __init__ 里检查 p，并自己抛出 ValueError；小于 0 和大于 1 两边都要管。",
    },
)
def refuses_a_bad_p(learner, case):
    for p in (-0.1, 1.1, -1, 2, round(-case.uniform(0.01, 0.9), 3), round(case.uniform(1.01, 1.9), 3)):
        with expect.raises(ValueError, what=f"Dropout(p={p})"):
            learner.Dropout(p=p)


@check(
    {"en": "The input is left as it is", "zh-CN": "输入不被修改"},
    points=1,
    hint={
        "en": "Methods that end in _ and assignments such as x[mask] = 0 change the caller's tensor.",
        "zh-CN": "以 _ 结尾的方法，以及 x[mask] = 0 这样的赋值，会修改调用者的张量。",
    },
)
def leaves_the_input_alone(learner, case):
    x = nonzero_input(case, 30, 8)
    for p, training in ((0.35, True), (1.0, True), (0.35, False)):
        layer = learner.Dropout(p=p)
        layer.train() if training else layer.eval()
        seen = learner.observe(layer, x.clone())
        mode = "training" if training else "eval"
        what = {
            "en": f"x after the call (p={p}, {mode} mode)",
            "zh-CN": f"调用之后的 x（p={p}，{mode} 模式）",
        }
        expect.equal(expect.tensor(seen.arguments[0], what=what), x, what=what)


@check(
    {"en": "The output has the dtype of the input", "zh-CN": "输出的 dtype 与输入相同"},
    points=1,
    hint={
        "en": "A float32 mask turns a float16 input into float32. torch.rand_like(x) and x.dtype help.",
        "zh-CN": "float32 的掩码会把 float16 的输入变成 float32。可以用 torch.rand_like(x) 或 x.dtype。",
    },
)
def keeps_the_dtype(learner, case):
    p = case.pick([0.2, 0.3])
    # Two roundings of the dtype's own precision are allowed; float32 precision of the scale is enough for float64.
    for dtype, rtol in ((torch.float64, 1e-6), (torch.float16, 5e-3), (torch.bfloat16, 4e-2)):
        x = nonzero_input(case, 40, 15).to(dtype)
        layer = learner.Dropout(p=p)
        y = expect.tensor(layer(x), shape=(40, 15), dtype=dtype)
        kept = y != 0
        expect.that(
            bool(kept.any()) and not bool(kept.all()),
            {
                "en": f"Of a {dtype} input of 600 elements (p={p}) some should be dropped and some kept, but"
                f" {int(kept.sum())} were kept.",
                "zh-CN": f"{dtype} 的 600 个输入元素（p={p}）应当有的被丢弃、有的被保留，实际保留了 {int(kept.sum())} 个。",
            },
        )
        expect.close(y[kept].double(), x[kept].double() / (1 - p), rtol=rtol, atol=0.0, what=SURVIVOR)
        if dtype == torch.float64:
            # The scale may be a float32 number, but x itself must not be rounded to one.
            ratio = y[kept] / x[kept]
            what = {
                "en": "the largest survivor divided by its input, over the smallest (float64)",
                "zh-CN": "保留元素与其输入之比的最大值与最小值之比（float64）",
            }
            expect.between(ratio.max() / ratio.min(), 1, 1 + 1e-12, what=what)
        for end in (0.0, 1.0):
            expect.tensor(learner.Dropout(p=end)(x), shape=(40, 15), dtype=dtype)
        layer.eval()
        expect.tensor(layer(x), shape=(40, 15), dtype=dtype)


@check(
    {"en": "The output is on the device of the input", "zh-CN": "输出与输入在同一设备上"},
    points=1,
    hint={
        "en": "A tensor made without device=x.device lands on the CPU; on a GPU that mixes devices and fails.",
        "zh-CN": "创建张量时不写 device=x.device，它就在 CPU 上；换到 GPU 时会因设备不一致而报错。",
    },
)
def keeps_the_device(learner, case):
    x = torch.ones(6, 5)
    for p in (0.3, 0.0, 1.0):
        expect.follows_the_device(learner.on_fake_gpu(learner.Dropout(p=p), x))
    layer = learner.Dropout(p=0.3)
    layer.eval()
    expect.follows_the_device(learner.on_fake_gpu(layer, x))
