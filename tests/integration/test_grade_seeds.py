"""Several seeds in one pair of processes: for each the verdict of a run of its own, whatever was left behind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quizzer.content import read_exercise
from quizzer.domain.exercise import Exercise
from quizzer.domain.verdict import GradeResult, Verdict
from quizzer.grader.client import Grader
from small_exercise import DOUBLES, HONEST, NOW, exercise

BUILT_IN = ("layers/conv2d-shape", "layers/dropout", "optimizers/fix-missing-zero-grad")
SHOW_FOLDER = "import os\nprint(os.getcwd())\n"
SOMETIMES_WRONG = "def double(x):\n    return x * 2 if x.flatten()[0] < 1 else x\n"


def findings(result: GradeResult) -> tuple[object, ...]:
    return result.seed, result.verdict, result.checks, result.message, result.output


def pattern(result: GradeResult) -> tuple[object, ...]:
    return result.seed, result.verdict, [(check.id, check.verdict, check.points) for check in result.checks]


def same_as_runs_of_their_own(grader: Grader, task: Exercise, source: str, seeds: tuple[int, ...]) -> bool:
    alone = [grader.grade(task, source, graded_at=NOW, seed=seed) for seed in seeds]
    together = grader.grade_seeds(task, source, graded_at=NOW, seeds=seeds)
    return list(map(findings, together)) == list(map(findings, alone))


def folders(results: tuple[GradeResult, ...]) -> set[str]:
    """The scratch folders of the processes that the runs took place in; each printed one line."""
    assert all(len(result.output.splitlines()) == 1 for result in results)
    return {result.output for result in results}


@pytest.mark.parametrize("path", BUILT_IN)
def test_every_solution_gets_what_it_gets_alone(path: str, repository: Path, warm_grader: Grader) -> None:
    task = read_exercise(repository / "exercises" / path)
    sources = [*task.accepted.values(), task.starter, *(mutant.source for mutant in task.mutants)][::3]

    alone = [[warm_grader.grade(task, source, graded_at=NOW, seed=seed) for seed in (1, 2)] for source in sources]
    together = [warm_grader.grade_seeds(task, source, graded_at=NOW, seeds=(1, 2)) for source in sources]

    # One of them draws from a generator that the system seeds: its verdicts are its own, its numbers nobody's.
    assert [list(map(pattern, results)) for results in together] == [list(map(pattern, results)) for results in alone]


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        ("def double(x):\n    while True: pass\n", Verdict.TLE),
        ("import os\ndef double(x):\n    os._exit(0)\n", Verdict.RTE),
        ("def double(x):\n    raise ValueError('no')\n", Verdict.RTE),
        ("import torch\ndef double(x):\n    return torch.ones(10**9)\n", Verdict.MLE),
        ("def double(x:\n", Verdict.CE),
        ("x = 1\n", Verdict.CE),
        ("import torch\n\ndef double(x):\n    return torch.add(x, x)\n", Verdict.FORBIDDEN),
        ("def double(x):\n    print('a' * 10**6)\n    return x * 2\n", Verdict.OLE),
    ],
)
def test_what_ends_early_ends_so_on_every_seed(source: str, verdict: Verdict, warm_grader: Grader) -> None:
    small = exercise()
    task = replace(small, limits=replace(small.limits, call_s=0.5, run_s=2), forbidden=("torch.add",))

    results = warm_grader.grade_seeds(task, source, graded_at=NOW, seeds=(1, 2))

    assert [result.verdict for result in results] == [verdict] * 2
    assert same_as_runs_of_their_own(warm_grader, task, source, (1, 2))


def test_a_run_that_dies_on_one_seed_is_no_verdict_on_the_next(warm_grader: Grader) -> None:
    dies = "import os\ndef double(x):\n    return x * 2 if x.flatten()[0] > -0.3 else os._exit(0)\n"
    seeds = tuple(range(8))

    results = warm_grader.grade_seeds(exercise(), dies, graded_at=NOW, seeds=seeds)

    verdicts = [result.verdict for result in results]
    assert set(verdicts) == {Verdict.AC, Verdict.RTE}
    assert same_as_runs_of_their_own(warm_grader, exercise(), dies, seeds)


def test_an_accepted_solution_is_judged_in_one_pair_of_processes(warm_grader: Grader) -> None:
    results = warm_grader.grade_seeds(exercise(), SHOW_FOLDER + HONEST, graded_at=NOW, seeds=range(5))

    assert all(result.accepted for result in results)
    assert len(folders(results)) == 1


@pytest.mark.parametrize(
    ("is_clean", "poison"),
    [
        ("torch.is_grad_enabled()", "torch.set_grad_enabled(False)"),
        ("torch.get_default_dtype() == torch.float32", "torch.set_default_dtype(torch.float64)"),
        ("torch.empty(1).device.type == 'cpu'", "torch.set_default_device('meta')"),
        ("not torch.is_autocast_enabled('cpu')", "torch.set_autocast_enabled('cpu', True)"),
        ("not torch.is_anomaly_enabled()", "torch.autograd.set_detect_anomaly(True)"),
        ("torch.get_num_threads() == 1", "torch.set_num_threads(2)"),
        ("nn.Identity()(1) == 1", "nn.modules.module.register_module_forward_hook(lambda *_: 2)"),
        ("random.random() != random.Random(1).random()", "random.seed(1)"),
        ("not os.listdir()", "open('note', 'w').close(); os.makedirs('a/b')"),
        ("os.getcwd() != '/usr/lib'", "os.chdir('/usr/lib')"),
        ("'POISON' not in os.environ", "os.environ['POISON'] = '1'"),
        ("'poison' not in sys.path", "sys.path.append('poison')"),
        ("sys.getrecursionlimit() > 500", "sys.setrecursionlimit(200)"),
        ("'error' not in {kept[0] for kept in warnings.filters}", "warnings.simplefilter('error')"),
        ("not gc.get_objects() is None and Marker.alive == 0", "Marker().own()"),
    ],
)
def test_what_a_run_leaves_behind_is_put_back(is_clean: str, poison: str, warm_grader: Grader) -> None:
    source = (
        "import gc, os, random, sys, warnings\nimport torch\nfrom torch import nn\n"
        "class Marker:\n"
        "    alive = sys.modules.setdefault('markers', type('m', (), {'alive': 0})).alive\n"
        "    def own(self):\n        sys.modules['markers'].alive = 1\n        self.itself = self\n"
        "    def __del__(self):\n        sys.modules['markers'].alive = 0\n"
        f"assert {is_clean}, 'not clean'\nprint(os.getcwd())\n"
        f"def double(x):\n    {poison}\n    return (x.float() * 2).cpu().float()\n"
    )
    one_check = DOUBLES.split('@check("Keeps')[0]

    results = warm_grader.grade_seeds(exercise(one_check), source, graded_at=NOW, seeds=(5, 6, 7))

    assert [result.verdict for result in results] == [Verdict.AC] * 3, results[-1].message
    assert len(folders(results)) == 1


@pytest.mark.parametrize(
    "poison",
    [
        "threading.Thread(target=time.sleep, args=(99,), daemon=True).start()",
        "Through().__enter__()",
        "sys.kept = torch.inference_mode(); sys.kept.__enter__()",
        "setattr(torch, 'been_here', True)",
        "sys.stdout.close()",
    ],
)
def test_what_cannot_be_put_back_costs_a_fresh_pair_and_not_the_verdict(poison: str, warm_grader: Grader) -> None:
    source = (
        "import os, sys, threading, time\nimport torch\nfrom torch.overrides import TorchFunctionMode\n"
        "class Through(TorchFunctionMode):\n"
        "    def __torch_function__(self, function, types, args=(), kwargs=None):\n"
        "        return function(*args, **(kwargs or {}))\n"
        "assert not hasattr(torch, 'been_here')\nhome = os.getcwd()\nprint(home, flush=True)\n"
        f"def double(x):\n    y = x * 2\n    {poison}\n    return y\n"
    )
    one_check = DOUBLES.split('@check("Keeps')[0]

    results = warm_grader.grade_seeds(exercise(one_check), source, graded_at=NOW, seeds=(1, 2))

    assert [result.verdict for result in results] == [Verdict.AC] * 2, results[-1].message
    assert len(folders(results)) == 2


def test_checks_that_leave_something_behind_do_not_meet_it_again(warm_grader: Grader) -> None:
    careless = DOUBLES.replace(
        "    x = case", "    assert torch.get_default_dtype() == torch.float32\n    x = case"
    ) + ('\n@check("Leaves")\ndef leaves(learner, case):\n    torch.set_default_dtype(torch.float64)\n')

    results = warm_grader.grade_seeds(exercise(careless), SHOW_FOLDER + HONEST, graded_at=NOW, seeds=(1, 2))

    assert all(result.accepted for result in results)
    assert len(folders(results)) == 1


def test_a_run_that_used_half_of_its_time_leaves_the_next_seed_to_a_fresh_pair(warm_grader: Grader) -> None:
    slow = SHOW_FOLDER + "import time\ntime.sleep(0.6)\n" + HONEST
    small = exercise()
    task = replace(small, limits=replace(small.limits, run_s=1))

    results = warm_grader.grade_seeds(task, slow, graded_at=NOW, seeds=(1, 2, 3))

    assert all(result.accepted for result in results)
    assert len(folders(results)) == 3


def test_global_draws_of_a_check_come_from_the_seed(warm_grader: Grader) -> None:
    careless = DOUBLES.replace("case.randn(3, 4)", "torch.randn(3, 4)")
    wrong = "def double(x):\n    return x\n"

    first, again, other = (
        warm_grader.grade(exercise(careless), wrong, graded_at=NOW, seed=seed).checks for seed in (7, 7, 8)
    )

    assert first == again
    assert first != other


def test_an_exercise_that_asks_for_several_runs_is_passed_only_by_passing_all(warm_grader: Grader) -> None:
    once, often = exercise(), replace(exercise(), runs=12)
    seeds = range(12)

    single = warm_grader.grade_seeds(once, SOMETIMES_WRONG, graded_at=NOW, seeds=seeds)
    several = warm_grader.grade_seeds(often, SOMETIMES_WRONG, graded_at=NOW, seeds=seeds)
    honest = warm_grader.grade(often, SHOW_FOLDER + HONEST, graded_at=NOW)

    lucky = [result.seed for result in single if result.accepted]
    assert honest.accepted
    assert len(lucky) > 6
    assert sum(result.accepted for result in several) < 4
    assert [result.seed for result in several] == list(seeds)
    assert any(result.seed in lucky and not result.checks[0].verdict.accepted for result in several)


def test_the_seed_replays_several_runs(warm_grader: Grader) -> None:
    often = replace(exercise(), runs=8)

    first = warm_grader.grade(often, SOMETIMES_WRONG, graded_at=NOW)
    again = warm_grader.grade(often, SOMETIMES_WRONG, graded_at=NOW, seed=first.seed)

    assert findings(first) == findings(again)


def brief(grader: Grader, task: Exercise, source: str, *, named: str | None = None) -> list[list[tuple[str, Verdict]]]:
    """The checks that were run on each of four seeds."""
    results = grader.grade_seeds(task, source, graded_at=NOW, seeds=range(4), own=True, brief=True, named=named)
    return [[(check.id, check.verdict) for check in result.checks] for result in results]


def test_from_the_second_seed_on_the_named_check_runs_alone(warm_grader: Grader) -> None:
    wrong = "def double(x):\n    return x.flatten() * 3\n"
    whole = [("doubles", Verdict.WA), ("keeps_shape", Verdict.WA)]

    assert brief(warm_grader, exercise(), wrong, named="keeps_shape") == [whole, whole[1:], whole[1:], whole[1:]]


def test_why_a_check_fails_is_looked_into_on_the_first_seed_alone(warm_grader: Grader) -> None:
    negative = "def double(x):\n    return -2 * x\n"

    results = warm_grader.grade_seeds(exercise(), negative, graded_at=NOW, seeds=range(3), own=True, brief=True)

    messages = [result.checks[0].message for result in results]
    assert all(message is not None and "is wrong in 12 of 12 elements" in message.in_("en") for message in messages)
    assert ["Every sign is flipped" in message.in_("en") for message in messages if message] == [True, False, False]


def test_where_none_is_named_it_is_the_first_that_failed(warm_grader: Grader) -> None:
    whole = [("doubles", Verdict.AC), ("keeps_shape", Verdict.WA)]
    flat = "def double(x):\n    return (x * 2).flatten() if len(x) == 2 else x * 2\n"

    assert brief(warm_grader, exercise(), flat) == [whole, whole[1:], whole[1:], whole[1:]]


def test_where_the_named_check_passes_all_are_run(warm_grader: Grader) -> None:
    flat = "def double(x):\n    return (x * 2).flatten() if len(x) == 2 else x * 2\n"

    wrong = brief(warm_grader, exercise(), flat, named="doubles")
    right = brief(warm_grader, exercise(), HONEST, named="doubles")

    assert wrong == [[("doubles", Verdict.AC), ("keeps_shape", Verdict.WA)]] * 4
    assert right == [[("doubles", Verdict.AC), ("keeps_shape", Verdict.AC)]] * 4


def test_what_only_all_checks_together_catch_is_judged_by_all(warm_grader: Grader) -> None:
    later = "seen = []\ndef double(x):\n    seen.append(1)\n    return x * 2 if len(seen) < 2 else x\n"
    last = DOUBLES.replace("torch.ones(2, 5)), shape=(2, 5)", "torch.ones(2, 5)).sum(), shape=()")
    last += '\n@check("Again")\ndef again(learner, case):\n'
    last += "    expect.close(learner.double(torch.ones(3)), torch.full((3,), 2.0))\n"

    ran = brief(warm_grader, exercise(last), later, named="again")

    assert [len(checks) for checks in ran] == [3] * 4
    assert [checks[-1] for checks in ran] == [("again", Verdict.WA)] * 4
