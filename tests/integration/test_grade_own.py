"""An author's own solutions, one after another in one process: nothing is believed that another may have caused."""

from __future__ import annotations

from dataclasses import replace

from quizzer.domain.exercise import Mutant
from quizzer.domain.proof import Role, first_finding
from quizzer.domain.verdict import GradeResult, Verdict
from quizzer.grader.client import Grader
from quizzer.grader.own import OwnSolution
from quizzer.services.verify import Plan, prove_solutions, solutions_of
from small_exercise import HONEST, NOW, exercise

SHOW_FOLDER = "import os\nprint(os.getcwd())\n"
WRONG = "def double(x):\n    return x\n"
SPOILS_ITS_PROCESS = """
import torch
honest = torch.Tensor.__mul__
torch.Tensor.__mul__ = lambda x, k: honest(x, 3)
def double(x):
    return x * 2
"""
ENDS_ITS_PROCESS = "import os\ndef double(x):\n    os._exit(0)\n"
SEEDS = (1, 2, 3)


def own(*sources: str) -> list[OwnSolution]:
    return [OwnSolution(source, filename="own.py", seeds=SEEDS) for source in sources]


def judged(grader: Grader, *sources: str) -> tuple[tuple[GradeResult, ...] | None, ...]:
    return grader.grade_own(exercise(), own(*sources), last=own(HONEST)[0], graded_at=NOW)


def verdicts(results: tuple[GradeResult, ...] | None) -> list[Verdict] | None:
    return None if results is None else [result.verdict for result in results]


def folders(*judged: tuple[GradeResult, ...] | None) -> set[str]:
    return {result.output for results in judged if results is not None for result in results}


def test_each_gets_its_verdict_on_each_seed_in_one_process(bench: Grader) -> None:
    found = judged(bench, SHOW_FOLDER + HONEST, SHOW_FOLDER + WRONG, SHOW_FOLDER + HONEST)

    assert [verdicts(results) for results in found] == [[Verdict.AC] * 3, [Verdict.WA] * 3, [Verdict.AC] * 3]
    assert [[result.seed for result in results or ()] for results in found] == [list(SEEDS)] * 3
    assert len(folders(*found)) == 1


def test_a_traceback_shows_the_lines_of_what_was_loaded_last(bench: Grader) -> None:
    raises = OwnSolution("def double(x):\n    return x / None\n", filename="second.py", seeds=SEEDS[:1])

    first, second = bench.grade_own(exercise(), [*own(HONEST), raises], last=own(HONEST)[0], graded_at=NOW)

    assert verdicts(first) == [Verdict.AC] * 3
    assert second is not None
    message = second[0].checks[0].message
    assert message is not None
    assert "line 2, in double\n    return x / None" in message.in_("en")


def test_what_was_judged_after_one_that_spoils_the_process_is_not_believed(bench: Grader) -> None:
    before, spoiler, after = judged(bench, HONEST, SPOILS_ITS_PROCESS, WRONG)

    assert verdicts(before) == [Verdict.AC] * 3
    assert spoiler is None
    assert after is None


def test_the_first_of_a_process_needs_nobody_to_vouch_for_it(bench: Grader) -> None:
    first, second, third = judged(bench, SHOW_FOLDER + HONEST, ENDS_ITS_PROCESS, SHOW_FOLDER + WRONG)

    assert verdicts(first) == [Verdict.AC] * 3
    assert verdicts(second) == [Verdict.RTE] * 3
    assert verdicts(third) == [Verdict.WA] * 3
    assert len(folders(first, third)) == 2


def test_a_single_run_a_seed_is_enough_where_that_is_asked_for(bench: Grader) -> None:
    often = replace(exercise(), runs=8)
    sometimes_wrong = "def double(x):\n    return x * 2 if x.flatten()[0] < 1 else x\n"
    asked = OwnSolution(sometimes_wrong, filename="own.py", seeds=tuple(range(12)))

    several, single = bench.grade_own(often, [asked, replace(asked, single=True)], last=own(HONEST)[0], graded_at=NOW)

    assert several is not None
    assert single is not None
    assert sum(result.accepted for result in several) + 3 < sum(result.accepted for result in single)


def test_a_wrong_solution_that_fails_only_for_what_another_left_behind_is_told_to_survive(bench: Grader) -> None:
    spoiler = Mutant("wrong_answer/a_spoils.py", SPOILS_ITS_PROCESS, caught_by="doubles", verdict="WA")
    survivor = Mutant(
        "wrong_answer/b_survives.py", "def double(x):\n    return x * 2\n", caught_by="doubles", verdict="WA"
    )
    task = replace(exercise(), mutants=(spoiler, survivor))
    wrong = [one for one in solutions_of(task) if one.role is Role.MUTANT]

    proved = prove_solutions(bench, task, wrong, Plan(SEEDS, NOW))

    findings = [first_finding(one) for one in proved]
    assert findings[0] is None
    assert findings[1] is not None
    assert findings[1].fault == "survives"


def test_an_accepted_solution_that_fails_only_for_what_another_left_behind_is_accepted(bench: Grader) -> None:
    task = replace(
        exercise(), accepted={"a.py": SPOILS_ITS_PROCESS.replace("honest(x, 3)", "honest(x, k)"), "b.py": HONEST}
    )
    right = [one for one in solutions_of(task) if one.role is Role.ACCEPTED]

    proved = prove_solutions(bench, task, right, Plan(SEEDS, NOW))

    assert [first_finding(one) for one in proved] == [None, None]
    assert [one.headroom for one in proved] == [True, True]
