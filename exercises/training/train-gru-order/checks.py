"""Hidden checks of the exercise train-gru-order.

The target is 95 % on 500 new sequences. In 12 trials each the accepted solutions had 99.8 % at least and the wrong ones
80 % at most. The learner's generator is seeded. Each of the three runs trains once on 300 sequences, and once on 24 short ones for the
other checks together, which is enough for claims that do not depend on what has been learned.
"""

import torch

from quizzer.checks import check, expect

TARGET = 0.95
SHORT = {}


def draw(case, count, padding=0, longest=9):
    """Sequences of 4 to ``longest`` tokens, their lengths and classes."""
    generator = case.generator
    lengths = torch.randint(4, longest + 1, (count,), generator=generator)
    lengths[0], lengths[-1] = longest - 1, longest
    x = torch.randint(3, 8, (count, longest + padding), generator=generator)
    y = torch.randint(0, 2, (count,), generator=generator)
    for i in range(count):
        first, second = torch.randperm(int(lengths[i]), generator=generator)[:2].sort().values.tolist()
        x[i, first], x[i, second] = (1, 2) if y[i] == 0 else (2, 1)
        x[i, lengths[i] :] = 0
    return x.to(case.device), lengths, y.to(case.device)


def trained(learner, case, x, lengths, y):
    learner.seed(case.integer(1, 10**6))
    return module(learner, learner.train(x, lengths, y))


def trained_on_few(learner, case):
    """The data of a short training, what was seen of it, and the module: the same in each check of a run."""
    if learner not in SHORT:
        learner.seed(case.integer(1, 10**6))
        tensors = draw(case, 24, padding=1, longest=5)
        SHORT[learner] = tensors, learner.observe(learner.train, *tensors)
    tensors, seen = SHORT[learner]
    return tensors, seen, module(learner, seen.value)


def module(learner, model):
    expect.that(
        learner.fixtures.is_module(model),
        {
            "en": f"train should return an nn.Module, but it returns {model!r}.",
            "zh-CN": f"train 应返回 nn.Module，实际返回 {model!r}。",
        },
    )
    return model


def scores_of(learner, model, x, lengths):
    what = {"en": f"the scores of {len(x)} sequences", "zh-CN": f"{len(x)} 个序列的分数"}
    return expect.tensor(learner.fixtures.scores(model, x, lengths), shape=(len(x), 2), what=what)


@check(
    {"en": "More than 95 % of new sequences are right", "zh-CN": "新的序列超过 95 % 判断正确"},
    points=4,
    hint={
        "en": "A GRU with batch_first=True, its state at the last real token, and a training loop whose loss falls to near 0.",
        "zh-CN": "使用 batch_first=True 的 GRU，取最后一个真实 token 处的状态；训练循环要让损失降到接近 0。",
    },
    visible=True,
)
def tells_which_came_first(learner, case):
    model = trained(learner, case, *draw(case, 300))
    x, lengths, y = draw(case, 500)
    predicted = scores_of(learner, model, x, lengths).argmax(dim=1)
    accuracy = (predicted == y).double().mean().item()
    expect.that(
        accuracy > TARGET,
        {
            "en": f"More than {TARGET:.0%} of the new sequences should be right, but {accuracy:.1%} are (guessing: 50 %).",
            "zh-CN": f"新的序列应有超过 {TARGET:.0%} 判断正确，实际为 {accuracy:.1%}（乱猜为 50 %）。",
        },
    )


@check(
    {"en": "More padding changes nothing", "zh-CN": "更多的填充不影响结果"},
    points=3,
    hint={
        "en": "Read the state at lengths - 1, or pack the sequences; what comes later is not read.",
        "zh-CN": "取 lengths - 1 处的状态，或者打包序列；之后的内容不读。",
    },
)
def ignores_padding(learner, case):
    _, _, model = trained_on_few(learner, case)
    x, lengths, _ = draw(case, 13)
    scores = scores_of(learner, model, x, lengths)
    for more in (1, case.integer(4, 9)):
        wider = torch.cat([x, x.new_zeros(len(x), more)], dim=1)
        what = {"en": f"the scores with {more} more columns of padding", "zh-CN": f"多 {more} 列填充时的分数"}
        expect.close(scores_of(learner, model, wider, lengths), scores, rtol=1e-3, atol=1e-4, what=what)


@check(
    {"en": "Each sequence is judged by itself", "zh-CN": "每个序列独立判断"},
    points=2,
    hint={
        "en": "Which axis is time for your GRU? And is the order of the batch restored after sorting?",
        "zh-CN": "你的 GRU 把哪一轴当作时间？排序之后有没有恢复批次的顺序？",
    },
)
def judges_each_by_itself(learner, case):
    _, _, model = trained_on_few(learner, case)
    x, lengths, _ = draw(case, 11)
    scores = scores_of(learner, model, x, lengths)
    order = torch.arange(10, -1, -1)
    what = {"en": "the scores of the batch in reverse order", "zh-CN": "批次顺序颠倒时的分数"}
    expect.close(scores_of(learner, model, x[order], lengths[order]), scores[order], rtol=1e-3, atol=1e-4, what=what)
    for number in (0, case.integer(1, 9)):
        alone = slice(number, number + 1)
        what = {"en": f"the scores of sequence {number} alone", "zh-CN": f"单独输入第 {number} 个序列时的分数"}
        expect.close(
            scores_of(learner, model, x[alone], lengths[alone]), scores[alone], rtol=1e-3, atol=1e-4, what=what
        )
    # What stands in the other rows is of no account either.
    other, others, _ = draw(case, 11)
    other[0], others[0] = x[0], lengths[0]
    what = {"en": "the scores of a sequence among others", "zh-CN": "同一个序列与其他序列在一起时的分数"}
    expect.close(scores_of(learner, model, other, others)[:1], scores[:1], rtol=1e-3, atol=1e-4, what=what)


@check(
    {"en": "No argument is changed", "zh-CN": "不修改任何参数"},
    hint={"en": "Neither sort nor overwrite the data in place.", "zh-CN": "不要原地排序或覆盖数据。"},
)
def leaves_the_data_alone(learner, case):
    tensors, seen, model = trained_on_few(learner, case)
    for name, before, after in zip(("x", "lengths", "y"), tensors, seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"{name} after train", "zh-CN": f"train 之后的 {name}"})
    x, lengths, _ = draw(case, 6, padding=1)
    after = learner.observe(learner.fixtures.scores, model, x, lengths).arguments
    after = [value for value in after if isinstance(value, torch.Tensor)]
    for name, before, now in zip(("x", "lengths"), (x, lengths), after, strict=True):
        expect.equal(now, before, what={"en": f"{name} after forward", "zh-CN": f"forward 之后的 {name}"})
