"""Hidden checks of the exercise best-snapshot-fix."""

from quizzer.checks import check, expect

BUFFERS = ("1.running_mean", "1.running_var", "1.num_batches_tracked")


def run(learner, case, values, *, as_generator=False):
    batches = [(case.randn(6, 4) * 2 + 1, case.randn(6, 2) + 2) for _ in values]
    return learner.fixtures.run(learner.train_keep_best, list(values), batches, as_generator)


def mixed(case, length, best):
    """Values with the highest at ``best``."""
    values = [case.uniform(0.1, 0.6) for _ in range(length)]
    values[best] = case.uniform(0.7, 0.9)
    return values


def ends_with(seen, values, best, names):
    for name in names:
        what = {
            "en": f"for the values {[round(value, 3) for value in values]}, `{name}` in the end (the best is step {best}, counted from 0)",
            "zh-CN": f"各步的值为 {[round(value, 3) for value in values]} 时，最后的 `{name}`（最好的是第 {best} 步，从 0 数起）",
        }
        expect.equal(seen["end"][name], seen["states"][best][name], what=what)


def parameters_of(seen):
    return [name for name in seen["end"] if name not in BUFFERS]


@check(
    {"en": "The model ends with the weights of the best step", "zh-CN": "模型最后带着最好一步的权重"},
    points=3,
    hint={
        "en": "The tensors of a state_dict share memory with the model: copy them.",
        "zh-CN": "state_dict 中的张量与模型共享内存：要复制它们。",
    },
    visible=True,
)
def keeps_the_best_weights(learner, case):
    for length, best in ((5, 2), (4, 0), (6, 4), (3, 2), (1, 0)):
        values = mixed(case, length, best)
        seen = run(learner, case, values, as_generator=length == 5)
        ends_with(seen, values, best, parameters_of(seen))
    values = [0.5, 0.9, 0.2, 0.6, 0.4]
    seen = run(learner, case, values)
    ends_with(seen, values, 1, parameters_of(seen))


@check(
    {"en": "The buffers are those of the best step too", "zh-CN": "缓冲区也是最好一步的"},
    points=2,
    hint={
        "en": "Running statistics are no parameters, but they are in the state_dict.",
        "zh-CN": "滑动统计量不是参数，但在 state_dict 里。",
    },
)
def keeps_the_best_buffers(learner, case):
    for length, best in ((5, 1), (4, 0)):
        values = mixed(case, length, best)
        ends_with(run(learner, case, values), values, best, BUFFERS)


@check(
    {"en": "The best value comes back", "zh-CN": "返回最好的值"},
    hint={"en": "The highest one, not the last.", "zh-CN": "是最高的值，不是最后的值。"},
)
def returns_the_best_value(learner, case):
    values = mixed(case, 5, 2)
    for some in (values, [-value for value in values], [3, 7, 5]):
        got = run(learner, case, some)["best"]
        expect.equal(
            got, max(some), what={"en": f"what is returned for {some}", "zh-CN": f"各步的值为 {some} 时返回的值"}
        )


@check(
    {"en": "Values below 0 are values, too", "zh-CN": "负数也是值"},
    hint={"en": "The first value is the best so far, whatever it is.", "zh-CN": "第一个值无论是多少，都是迄今最好的。"},
)
def takes_negative_values(learner, case):
    values = [-case.uniform(5, 9), -case.uniform(1, 2), -case.uniform(20, 90), -case.uniform(5, 9)]
    seen = run(learner, case, values)
    ends_with(seen, values, 1, seen["end"])
    # 0 is a value like any other, not a missing one.
    values = [-3.0, 0.0, -case.uniform(1, 2), -2.5]
    ends_with(run(learner, case, values), values, 1, seen["end"])


@check(
    {"en": "Among equal values the first counts", "zh-CN": "值相等时以第一个为准"},
    points=2,
    hint={"en": "Only a strictly higher value replaces the best.", "zh-CN": "只有严格更高的值才会取代最好值。"},
)
def keeps_the_first_of_equals(learner, case):
    high = case.uniform(0.6, 0.9)
    values = [0.5, high, 0.3, high, 0.4, high]
    seen = run(learner, case, values)
    ends_with(seen, values, 1, seen["end"])


@check(
    {"en": "Steps and evaluations alternate", "zh-CN": "训练一步，评估一次"},
    hint={"en": "One evaluation after each step, none before.", "zh-CN": "每一步之后评估一次，之前不评估。"},
)
def alternates(learner, case):
    seen = run(learner, case, mixed(case, 4, 1))
    want = [0, "evaluate", 1, "evaluate", 2, "evaluate", 3, "evaluate"]
    expect.equal(seen["order"], want, what={"en": "the order of the calls", "zh-CN": "调用的顺序"})


@check(
    {"en": "The parameters are the same objects", "zh-CN": "参数还是原来的对象"},
    points=2,
    hint={"en": "Copy values into the parameters; do not replace them.", "zh-CN": "把值复制到参数里，不要替换参数。"},
)
def keeps_the_objects(learner, case):
    seen = run(learner, case, mixed(case, 4, 1))
    expect.that(
        seen["same"] and seen["moved"],
        {
            "en": "After train_keep_best the model has other parameter objects, and its optimizer can no longer train it.",
            "zh-CN": "train_keep_best 之后模型的参数换成了别的对象，它的优化器无法再训练它。",
        },
    )
