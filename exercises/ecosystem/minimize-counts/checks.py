"""Hidden checks of the exercise minimize-counts.

The functions are quadratic, 0.5 * sum(curvature * (x - centre)**2) + offset, so the points of gradient descent are known. How often
f is called is left open: the counts are compared with those that the function keeps itself.
"""

import torch

from quizzer.checks import check, expect

KEYS = ("x", "fun", "nit", "nfev", "njev", "success")


def problem(case, shape, dtype=torch.float64):
    curvature = case.rand(*shape, dtype=dtype) * 1.3 + 1.5
    centre = case.randn(*shape, dtype=dtype)
    away = case.randn(*shape, dtype=dtype)
    away = torch.where(away < 0, -1.0, 1.0).to(dtype) * (away.abs() + 1)
    return curvature, centre, case.uniform(1.0, 9.0), centre + away


def minimise(learner, task, **options):
    """The result, with what must be there in any case."""
    curvature, centre, offset, x0 = task
    got = learner.fixtures.run(learner.minimize, curvature, centre, offset, x0.clone(), **options)
    expect.that(
        "type" not in got,
        {
            "en": f"minimize should return a dict, but it returns {got.get('type')}.",
            "zh-CN": f"minimize 应返回 dict，实际返回 {got.get('type')}。",
        },
    )
    missing = [key for key in KEYS if key not in got["keys"]]
    expect.that(
        not missing,
        {
            "en": f"The result has no {', '.join(missing)}; it has {', '.join(got['keys'])}.",
            "zh-CN": f"结果缺少 {'、'.join(missing)}，只有 {'、'.join(got['keys'])}。",
        },
    )
    for key, kind in got["kinds"].items():
        wanted = "bool" if key == "success" else "int"
        expect.equal(kind, wanted, what={"en": f'the type of "{key}"', "zh-CN": f'"{key}" 的类型'})
    expect.tensor(got["x"], shape=tuple(x0.shape), dtype=x0.dtype, what={"en": '"x"', "zh-CN": '"x"'})
    return got


def after(task, lr, steps):
    """The point after so many steps, in float64."""
    curvature, centre, _, x0 = (value.double() if isinstance(value, torch.Tensor) else value for value in task)
    return centre + (x0 - centre) * (1 - lr * curvature) ** steps


def gradient(task, x):
    return task[0].double() * (x.double() - task[1].double())


@check(
    {"en": "The steps are those of gradient descent, nit of them", "zh-CN": "走的是梯度下降的步子，共 nit 步"},
    points=2,
    hint={
        "en": "x moves by lr times the gradient at x, and nit counts these moves, not the evaluations.",
        "zh-CN": "x 每次移动 lr 乘以 x 处的梯度；nit 数的是移动次数，不是求值次数。",
    },
    visible=True,
)
def takes_nit_steps(learner, case):
    task = problem(case, (4,))
    for maxiter in (1, case.integer(4, 6)):
        got = minimise(learner, task, lr=0.2, maxiter=maxiter)
        expect.equal(
            got["nit"], maxiter, what={"en": f'"nit" with maxiter={maxiter}', "zh-CN": f'maxiter={maxiter} 时的 "nit"'}
        )
        what = {"en": f'"x" with maxiter={maxiter}', "zh-CN": f'maxiter={maxiter} 时的 "x"'}
        expect.close(got["x"], after(task, 0.2, maxiter), rtol=1e-9, what=what)
    for shape, lr in (((3,), None), ((2, 4), 0.25), ((), 0.3)):
        task = problem(case, shape)
        got = minimise(learner, task, **({} if lr is None else {"lr": lr}))
        want = after(task, lr or 0.1, got["nit"])
        what = {"en": f'"x" after "nit" = {got["nit"]} steps', "zh-CN": f'走 "nit" = {got["nit"]} 步之后的 "x"'}
        expect.close(got["x"], want, rtol=1e-9, atol=1e-9, what=what)


@check(
    {"en": "It stops as soon as the gradient is small", "zh-CN": "梯度一足够小就停止"},
    points=2,
    hint={
        "en": "Test the gradient at the newest point, before the next step; compare its norm with tol.",
        "zh-CN": "每走下一步之前，先判断最新点处的梯度，用它的范数与 tol 比较。",
    },
)
def stops_when_the_gradient_is_small(learner, case):
    for tol in (None, 1e-2, 1e-8):
        task = problem(case, (3,))
        got = minimise(learner, task, lr=0.2, **({} if tol is None else {"tol": tol}))
        tol = tol or 1e-5
        norm = gradient(task, got["x"]).abs().max().item()
        what = {
            "en": f"the largest gradient component at the end (tol={tol:g})",
            "zh-CN": f"结束时梯度的最大分量（tol={tol:g}）",
        }
        expect.between(norm, 0, tol * 1.0001, what=what)
        before = gradient(task, after(task, 0.2, max(got["nit"] - 1, 0))).norm().item()
        expect.that(
            before > tol * 0.9999,
            {
                "en": f"With tol={tol:g} the last step was not needed: before it the norm was {before:.2e} already.",
                "zh-CN": f"tol={tol:g} 时最后一步是多余的：走之前范数已经是 {before:.2e}。",
            },
        )
        expect.equal(got["success"], 1, what={"en": '"success" (1: True)', "zh-CN": '"success"（1 表示 True）'})


@check(
    {"en": "Nothing is done where the start is optimal", "zh-CN": "起点已是最优时一步也不走"},
    hint={
        "en": "The gradient must be known before the first step; zero steps are a success too.",
        "zh-CN": "走第一步之前就要知道梯度；走零步也是成功。",
    },
)
def takes_no_step_at_the_optimum(learner, case):
    curvature, centre, offset, _ = problem(case, (4,))
    for x0 in (centre, centre + 1e-7):
        got = minimise(learner, (curvature, centre, offset, x0))
        expect.equal(got["nit"], 0, what={"en": '"nit"', "zh-CN": '"nit"'})
        expect.equal(got["x"], x0, what={"en": '"x"', "zh-CN": '"x"'})
        expect.equal(got["success"], 1, what={"en": '"success" (1: True)', "zh-CN": '"success"（1 表示 True）'})
        expect.close(
            torch.as_tensor(got["fun"]).double(),
            torch.tensor(offset).double(),
            what={"en": '"fun"', "zh-CN": '"fun"'},
            rtol=1e-6,
        )
        expect.equal(got["nfev"], got["calls"], what={"en": '"nfev"', "zh-CN": '"nfev"'})
        expect.equal(got["njev"], got["backwards"], what={"en": '"njev"', "zh-CN": '"njev"'})


@check(
    {"en": "nfev and njev are the real counts", "zh-CN": "nfev 和 njev 是实际的次数"},
    points=3,
    hint={
        "en": "Count where you call, also the call at the very end; the function has counted along.",
        "zh-CN": "在调用的地方计数，最后那次调用也要算；函数自己也在计数。",
    },
)
def counts_what_happened(learner, case):
    for options in ({}, {"lr": 0.3, "tol": 1e-3}, {"maxiter": case.integer(2, 7)}, {"maxiter": 1}):
        got = minimise(learner, problem(case, (3,)), **options)
        shown = ", ".join(f"{key}={value}" for key, value in options.items()) or "default"
        expect.equal(got["nfev"], got["calls"], what={"en": f'"nfev" ({shown})', "zh-CN": f'"nfev"（{shown}）'})
        expect.equal(got["njev"], got["backwards"], what={"en": f'"njev" ({shown})', "zh-CN": f'"njev"（{shown}）'})


@check(
    {"en": "maxiter stops without success", "zh-CN": "达到 maxiter 时停止且不成功"},
    points=2,
    hint={
        "en": "success says that the gradient is small, not that the loop has ended.",
        "zh-CN": "success 说的是梯度足够小，而不是循环结束了。",
    },
)
def fails_at_maxiter(learner, case):
    for maxiter in (1, case.integer(3, 9)):
        got = minimise(learner, problem(case, (3,)), maxiter=maxiter)
        what = {
            "en": f'"success" with maxiter={maxiter} (0: False)',
            "zh-CN": f'maxiter={maxiter} 时的 "success"（0 表示 False）',
        }
        expect.equal(got["success"], 0, what=what)
        expect.equal(
            got["nit"], maxiter, what={"en": f'"nit" with maxiter={maxiter}', "zh-CN": f'maxiter={maxiter} 时的 "nit"'}
        )
    # A slow descent meets the default maxiter: 1000 steps.
    got = minimise(learner, problem(case, (2,)), lr=1e-4)
    expect.equal(got["nit"], 1000, what={"en": '"nit" with the default maxiter', "zh-CN": 'maxiter 取默认值时的 "nit"'})
    expect.equal(got["success"], 0, what={"en": '"success" (0: False)', "zh-CN": '"success"（0 表示 False）'})


@check(
    {"en": "fun is the value at x", "zh-CN": "fun 是 x 处的值"},
    points=2,
    hint={
        "en": "After the last step f must be asked once more.",
        "zh-CN": "最后一步之后，还要再求一次 f。",
    },
)
def reports_the_value_at_x(learner, case):
    for options in ({"maxiter": 1}, {"maxiter": case.integer(2, 5)}, {"tol": 0.3, "lr": 0.2}):
        task = problem(case, (3,))
        got = minimise(learner, task, **options)
        curvature, centre, offset, _ = task
        want = (0.5 * curvature * (got["x"] - centre) ** 2).sum() + offset
        fun = got["fun"]
        if not isinstance(fun, torch.Tensor):
            expect.is_type(fun, float, what={"en": '"fun"', "zh-CN": '"fun"'})
            fun = torch.tensor(fun, dtype=torch.float64)
        shown = ", ".join(f"{key}={value}" for key, value in options.items())
        expect.tensor(fun, shape=(), what={"en": '"fun"', "zh-CN": '"fun"'})
        expect.close(
            fun.double().cpu(), want.cpu(), what={"en": f'"fun" ({shown})', "zh-CN": f'"fun"（{shown}）'}, rtol=1e-7
        )


@check(
    {"en": "x0 is left alone, and its dtype is kept", "zh-CN": "不修改 x0，并保持它的 dtype"},
    hint={
        "en": "Start with x0.clone(): requires_grad_() and -= would change the caller's tensor.",
        "zh-CN": "从 x0.clone() 开始：requires_grad_() 和 -= 都会改动调用者的张量。",
    },
)
def leaves_x0_alone(learner, case):
    for dtype in (torch.float32, torch.float64):
        task = problem(case, (3,), dtype)
        got = minimise(learner, task, maxiter=5)
        expect.equal(got["x0"], task[3], what={"en": "x0 after the call", "zh-CN": "调用之后的 x0"})
        expect.equal(
            got["x0_asks"],
            False,
            what={"en": "x0.requires_grad after the call", "zh-CN": "调用之后的 x0.requires_grad"},
        )
        expect.close(got["x"], after(task, 0.1, 5).to(dtype), rtol=1e-5, atol=1e-5, what={"en": '"x"', "zh-CN": '"x"'})
