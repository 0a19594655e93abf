"""Hidden checks of the exercise plateau.

The expected rates come from a walk of our own, which was compared with torch's scheduler; that one cannot be used here,
since an optimizer imports a compiler that writes files. No rate comes near 1e-8, where torch
refuses to lower it any further.
"""

from quizzer.checks import check, expect

ORDER = ("lr", "mode", "factor", "patience", "threshold", "cooldown", "min_lr")


def settings_of(**changed):
    """Arguments by name: a plain scheduler, but for what is changed."""
    plain = {"lr": 0.8, "mode": "min", "factor": 0.5, "patience": 2, "threshold": 0.01, "cooldown": 0, "min_lr": 1e-4}
    return {name: {**plain, **changed}[name] for name in ORDER}


def walk(settings, metrics):
    """The rate after each step."""
    lr, mode, factor, patience, threshold, cooldown, min_lr = (settings[name] for name in ORDER)
    best, count, resting, rates = None, 0, 0, []
    for metric in metrics:
        if best is None or (metric < best * (1 - threshold) if mode == "min" else metric > best * (1 + threshold)):
            best, count = metric, 0
        else:
            count += 1
        if resting:
            resting, count = resting - 1, 0
        if count > patience:
            lr, resting, count = max(lr * factor, min_lr), cooldown, 0
        rates.append(lr)
    return rates


def compare(settings, metrics, got):
    """Claim that ``got`` are the right rates, and name the first step at which they are not."""
    call = "Plateau(" + ", ".join(f"{name}={settings[name]!r}" for name in ORDER) + ")"
    for number, (rate, want) in enumerate(zip(got, walk(settings, metrics), strict=True), start=1):
        seen = ", ".join(f"{metric:.5g}" for metric in metrics[max(0, number - 8) : number])
        dots = "..., " if number > 8 else ""
        what = {
            "en": f"`{call}`: what step {number} returns, after the metrics {dots}{seen},",
            "zh-CN": f"`{call}`：指标依次为 {dots}{seen} 时，第 {number} 步的返回值",
        }
        expect.is_type(rate, float, what=what)
        expect.close(rate, want, rtol=1e-6, atol=1e-9, what=what)


def run(learner, *runs):
    for (settings, metrics), got in zip(runs, learner.fixtures.drive_many(learner.Plateau, list(runs)), strict=True):
        compare(settings, metrics, got)


def scaled(scale, *series):
    return [scale * value for value in series]


@check(
    {"en": "The rate falls after more than patience bad steps", "zh-CN": "坏步数超过 patience 后学习率下降"},
    points=2,
    hint={
        "en": "patience bad steps are let pass; the next one lowers the rate, and the count starts again.",
        "zh-CN": "容忍 patience 个坏步，再来一个才降低学习率，然后重新计数。",
    },
    visible=True,
)
def counts_bad_steps(learner, case):
    for patience in (10, 0, 1, case.integer(3, 7)):
        factor = case.uniform(0.35, 0.85)
        same = [case.uniform(0.5, 4.0)] * (3 * (patience + 1) + 3)
        run(learner, (settings_of(patience=patience, factor=factor), same))


@check(
    {"en": "Each metric is compared with the best so far", "zh-CN": "每个指标都与迄今最好值比较"},
    points=2,
    hint={
        "en": "Not with the metric before, and not with the first. Only a better metric replaces the best.",
        "zh-CN": "不是与上一个比，也不是与第一个比。只有更好的指标才会取代最好值。",
    },
)
def compares_with_the_best(learner, case):
    scale = case.uniform(0.7, 3.0)
    saved = scaled(scale, 1.0, 1.1, 1.2, 0.9, 1.0, 1.0, 0.8, 0.85, 0.82, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7)
    falling = scaled(scale, 1.0, 2.0, 1.9, 1.8, 1.7, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1)
    forgotten = scaled(scale, 1.0, 0.5, 0.9, 0.8, 0.7, 0.6, 0.9, 0.6)
    run(
        learner,
        (settings_of(patience=2), saved),
        (settings_of(patience=3), falling),
        (settings_of(patience=2), forgotten),
        (settings_of(patience=2), scaled(1e6 * scale, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)),
    )


@check(
    {"en": "An improvement counts only beyond the relative threshold", "zh-CN": "超过相对阈值的改善才算数"},
    points=2,
    hint={
        "en": "Multiply the best by 1 - threshold. A gain that is too small leaves the best as it was.",
        "zh-CN": "用 1 - threshold 去乘最好值。改善太小时最好值保持不变。",
    },
)
def uses_the_threshold(learner, case):
    scale = case.uniform(1.0, 1.5)
    run(
        learner,
        (settings_of(threshold=0.1, patience=1), scaled(1000 * scale, 1.0, 0.95, 0.92, 0.91, 0.905)),
        (settings_of(threshold=0.2, patience=0), scaled(0.01 * scale, 1.0, 0.75, 0.55, 0.4)),
        (settings_of(threshold=0.1, patience=2), scaled(scale, *(0.96**k for k in range(16)))),
        (settings_of(threshold=0.1, patience=1), scaled(scale, *(0.96**k for k in range(16)))),
        (settings_of(threshold=0.2, patience=0), scaled(scale, 1.0, 0.82, 0.82, 0.79, 0.65)),
        (settings_of(threshold=0.0, patience=1), [scale] * 7),
        (settings_of(threshold=0.0, patience=0), scaled(scale, 1.0, 0.9999, 0.9998)),
    )


@check(
    {"en": 'mode="max" waits for higher metrics', "zh-CN": 'mode="max" 时等待更高的指标'},
    points=2,
    hint={
        "en": "Both the comparison and the sign of the threshold change.",
        "zh-CN": "比较的方向和阈值的符号都要变。",
    },
)
def looks_for_the_highest(learner, case):
    scale = case.uniform(0.5, 2.0)
    up = settings_of(mode="max", threshold=0.1, patience=1)
    run(
        learner,
        (up, scaled(scale, *(1.2**k for k in range(8)))),
        (up, scaled(scale, *(0.8**k for k in range(8)))),
        (up, scaled(scale, 1.0, 1.05, 1.08, 1.09, 1.0)),
        (up, scaled(scale, *(1.07**k for k in range(9)))),
        (settings_of(mode="max", threshold=0.2, patience=0), scaled(scale, 1.0, 1.22, 1.4, 1.47)),
        (settings_of(mode="max", threshold=0.0, patience=2), [scale] * 8),
    )


@check(
    {"en": "No step counts as bad in the cooldown", "zh-CN": "冷却期内不计坏步"},
    points=2,
    hint={
        "en": "The cooldown begins with the step after a drop. Better metrics still become the best meanwhile.",
        "zh-CN": "冷却从降低学习率之后的那一步开始。期间更好的指标仍会成为最好值。",
    },
)
def cools_down(learner, case):
    scale = case.uniform(0.5, 2.0)
    for cooldown, patience in ((3, 1), (1, 0), (case.integer(4, 6), 2)):
        resting = settings_of(cooldown=cooldown, patience=patience)
        run(learner, (resting, [scale] * (3 * (cooldown + patience) + 6)))
    resting = settings_of(cooldown=3, patience=1)
    run(
        learner,
        # Step 3 lowers the rate; steps 4 to 6 are the cooldown.
        (resting, scaled(scale, 1.0, 1.0, 1.0, 0.5, 0.8, 0.8, 0.7, 0.7, 0.7, 0.7)),
        (resting, scaled(scale, 1.0, 1.0, 1.0, 1.0, 0.5, 0.4, 0.4, 0.4, 0.4, 0.4)),
        (resting, scaled(scale, 1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5)),
        (resting, scaled(scale, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.5, 0.5)),
    )


@check(
    {"en": "The rate stops at min_lr", "zh-CN": "学习率停在 min_lr"},
    hint={"en": "The last drop ends exactly at min_lr.", "zh-CN": "最后一次下降恰好停在 min_lr。"},
)
def stops_at_the_least_rate(learner, case):
    lr = case.uniform(0.5, 1.0)
    same = [case.uniform(0.5, 2.0)] * 14
    low = settings_of(lr=lr, patience=1, min_lr=lr * 0.16)
    run(learner, (low, same), (settings_of(lr=lr, patience=0, factor=0.1, min_lr=0.02), same))


@check(
    {"en": "Whole runs with all settings at once", "zh-CN": "所有设置同时起作用的完整训练"},
    points=2,
    hint={
        "en": "Go through the three paragraphs of the statement in their order.",
        "zh-CN": "按题目中三个步骤的顺序逐一核对。",
    },
)
def follows_whole_runs(learner, case):
    runs = []
    for mode in ("min", "max"):
        for patience, threshold, cooldown in ((0, 0.05, 2), (2, 0.002, 0), (4, 0.15, 3)):
            chosen = settings_of(
                lr=case.uniform(0.1, 2.0),
                mode=mode,
                factor=case.uniform(0.3, 0.9),
                patience=patience,
                threshold=threshold,
                cooldown=cooldown,
                min_lr=case.uniform(1e-3, 1e-2),
            )
            noise = [case.rand(40).tolist() for _ in range(4)]
            runs += [
                (chosen, [1.0 + value for value in noise[0]]),
                (chosen, [5.0 * 0.93**epoch * (1 + 0.3 * value) for epoch, value in enumerate(noise[1])]),
                (chosen, [0.2 * 1.05**epoch * (1 + 0.3 * value) for epoch, value in enumerate(noise[2])]),
                (chosen, [(3.0 if epoch % 20 < 9 else 1.0) + 0.01 * value for epoch, value in enumerate(noise[3])]),
            ]
    run(learner, *runs)


@check(
    {"en": "Objects do not disturb each other; arguments by position", "zh-CN": "对象互不干扰；参数可按位置给出"},
    hint={
        "en": "Keep everything on self, and keep the order of the arguments.",
        "zh-CN": "一切都存放在 self 上，并保持参数的顺序。",
    },
)
def keeps_objects_apart(learner, case):
    runs = [
        (settings_of(lr=case.uniform(0.3, 0.6), patience=3, cooldown=1), [1.0] * 12),
        (settings_of(lr=case.uniform(0.7, 1.0), mode="max", patience=1), [0.5, 0.6, 0.7, 0.8] + [0.8] * 8),
        (settings_of(patience=2, threshold=0.3, factor=0.4), [2.0, 1.9, 1.0, 0.9, 0.5, 0.6] + [0.5] * 6),
    ]
    positional = [(list(settings.values()), metrics) for settings, metrics in runs]
    for (settings, metrics), got in zip(runs, learner.fixtures.take_turns(learner.Plateau, positional), strict=True):
        compare(settings, metrics, got)
