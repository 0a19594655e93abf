"""Hidden checks of the exercise lr-closed-form.

The expected rates come from a walk from epoch to epoch, as a scheduler makes it. It was compared with those of
torch.optim.lr_scheduler, which cannot be used here: an optimizer imports a compiler that writes files.
"""

import math

from quizzer.checks import check, expect

EPOCHS = 120


def walk(kind, base, kw):
    """The rate in each epoch."""
    rate, rates = base, []
    for epoch in range(EPOCHS):
        if epoch:
            rate = follow(kind, rate, epoch, base, kw)
        rates.append(rate)
    return rates


def follow(kind, rate, epoch, base, kw):
    """The rate in ``epoch`` from the one before."""
    if kind == "CosineAnnealingLR":
        phase = epoch % (2 * kw["T_max"])
        height = math.cos(math.pi * phase / kw["T_max"])
        return kw["eta_min"] + 0.5 * (base - kw["eta_min"]) * (1 + height)
    due = {
        "StepLR": lambda: epoch % kw["step_size"] == 0,
        "MultiStepLR": lambda: epoch in kw["milestones"],
        "ExponentialLR": lambda: True,
    }
    return rate * kw["gamma"] if due[kind]() else rate


def compare(learner, kind, base, **kw):
    text = ", ".join(f"{name}={value}" for name, value in kw.items())
    for epoch, want in enumerate(walk(kind, base, kw)):
        got = learner.lr_at(kind, epoch, base, **kw)
        what = {
            "en": f'`lr_at("{kind}", {epoch}, {base}, {text})`',
            "zh-CN": f'`lr_at("{kind}", {epoch}, {base}, {text})` ',
        }
        expect.is_type(got, float, what=what)
        expect.close(got, want, rtol=1e-6, atol=1e-9 * base, what=what)


@check(
    {"en": "StepLR", "zh-CN": "StepLR"},
    points=2,
    hint={"en": "Count the completed intervals with //.", "zh-CN": "用 // 数已完成的区间。"},
    visible=True,
)
def steps(learner, case):
    compare(learner, "StepLR", 0.8, step_size=case.integer(3, 9), gamma=0.5)
    compare(learner, "StepLR", 1.5, step_size=30, gamma=case.uniform(0.1, 0.3))


@check(
    {"en": "MultiStepLR, the milestone epoch included", "zh-CN": "MultiStepLR，包括里程碑 epoch 本身"},
    points=2,
    hint={"en": "Count the milestones m with m <= epoch.", "zh-CN": "数满足 m <= epoch 的里程碑 m。"},
)
def counts_milestones(learner, case):
    first = case.integer(2, 20)
    compare(
        learner, "MultiStepLR", 0.4, milestones=[first, first + case.integer(1, 9), 80], gamma=case.uniform(0.2, 0.6)
    )


@check(
    {"en": "ExponentialLR", "zh-CN": "ExponentialLR"},
    hint={"en": "gamma to the power of the epoch.", "zh-CN": "gamma 的 epoch 次方。"},
)
def decays_exponentially(learner, case):
    compare(learner, "ExponentialLR", case.uniform(0.1, 2.0), gamma=case.uniform(0.93, 0.98))


@check(
    {"en": "CosineAnnealingLR, beyond T_max too", "zh-CN": "CosineAnnealingLR，包括 T_max 之后"},
    points=3,
    hint={
        "en": "Half a wave in T_max epochs; beyond it the cosine rises again.",
        "zh-CN": "T_max 个 epoch 是半个波；之后余弦回升。",
    },
)
def follows_the_cosine(learner, case):
    compare(learner, "CosineAnnealingLR", 0.5, T_max=case.integer(9, 40), eta_min=0.0)
    compare(learner, "CosineAnnealingLR", 0.3, T_max=case.integer(9, 40), eta_min=case.uniform(0.01, 0.1))
