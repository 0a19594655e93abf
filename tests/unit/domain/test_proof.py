"""What is wrong with a proof, from the runs alone."""

from __future__ import annotations

import pytest

from quizzer.domain.card import ExerciseId
from quizzer.domain.proof import ExerciseProof, Fault, ProofRun, ProvedSolution, Role, proof_of
from quizzer.domain.verdict import Verdict

PASSED = {"verdict": Verdict.AC, "failed": {}}
CAUGHT = {"verdict": Verdict.WA, "failed": {"scales": Verdict.WA}}


def runs(*facts: dict[str, object]) -> tuple[ProofRun, ...]:
    return tuple(ProofRun(seed=seed, why="as told", **fact) for seed, fact in enumerate(facts))


def accepted(*facts: dict[str, object], headroom: bool | None = True) -> ProvedSolution:
    return ProvedSolution("submissions/accepted/a.py", Role.ACCEPTED, runs(*facts), headroom=headroom)


def starter(*facts: dict[str, object]) -> ProvedSolution:
    return ProvedSolution("starter.py", Role.STARTER, runs(*facts))


def mutant(
    *facts: dict[str, object], name: str = "m", caught_by: str | None = "scales", expected: Verdict = Verdict.WA
) -> ProvedSolution:
    return ProvedSolution(f"submissions/x/{name}.py", Role.MUTANT, runs(*facts), caught_by=caught_by, expected=expected)


def proof(*solutions: ProvedSolution, whole: bool = False, checks: tuple[str, ...] = ("scales",)) -> ExerciseProof:
    return proof_of(ExerciseId("e"), folder="f", checks=checks, solutions=solutions, whole=whole)


def faults(*solutions: ProvedSolution, **keywords: object) -> list[tuple[Fault, int | None]]:
    return [(finding.fault, finding.seed) for finding in proof(*solutions, **keywords).findings]


def test_what_is_as_it_should_be_has_no_findings() -> None:
    five = [mutant(CAUGHT, CAUGHT, name=f"m{number}") for number in range(5)]

    found = proof(accepted(PASSED, PASSED), starter(CAUGHT), *five, whole=True)

    assert found.findings == ()
    assert found.proved


@pytest.mark.parametrize(
    ("solution", "fault", "seed"),
    [
        (accepted(PASSED, CAUGHT), Fault.REJECTED, 1),
        (starter(CAUGHT, PASSED), Fault.STARTER_PASSES, 1),
        (mutant(CAUGHT, CAUGHT, PASSED), Fault.SURVIVES, 2),
        (mutant({"verdict": Verdict.WA, "failed": {"other": Verdict.WA}}), Fault.OTHER_CHECK, 0),
        (mutant({"verdict": Verdict.JE, "failed": {"scales": Verdict.JE}}), Fault.JUDGE_ERROR, 0),
        (starter({"verdict": Verdict.JE, "failed": {}}), Fault.JUDGE_ERROR, 0),
        (accepted({"verdict": Verdict.JE, "failed": {}}), Fault.JUDGE_ERROR, 0),
        (mutant(CAUGHT, expected=Verdict.RTE), Fault.OTHER_VERDICT, 0),
        (mutant(CAUGHT, caught_by=None, expected=Verdict.TLE), Fault.OTHER_VERDICT, 0),
    ],
)
def test_the_first_seed_that_shows_a_fault_is_named(solution: ProvedSolution, fault: Fault, seed: int) -> None:
    assert faults(solution) == [(fault, seed)]
    assert not proof(solution).proved


@pytest.mark.parametrize(
    "solution",
    [
        mutant({"verdict": Verdict.TLE, "failed": {}}, caught_by=None, expected=Verdict.TLE),
        mutant({"verdict": Verdict.WA, "failed": {"scales": Verdict.RTE}}, expected=Verdict.RTE),
        mutant({"verdict": Verdict.RTE, "failed": {}}, caught_by=None, expected=Verdict.RTE),
        mutant({"verdict": Verdict.FORBIDDEN, "failed": {"scales": Verdict.FORBIDDEN}}),
    ],
)
def test_an_end_that_the_folder_promises_is_none(solution: ProvedSolution) -> None:
    assert faults(solution) == []


def test_a_check_that_no_mutant_names_is_idle_and_so_is_one_that_only_happens_to_catch() -> None:
    five = [
        mutant({"verdict": Verdict.WA, "failed": {"scales": Verdict.WA, "shape": Verdict.WA}}, name=str(n))
        for n in range(5)
    ]

    found = proof(*five, whole=True, checks=("scales", "shape"))

    assert [finding.fault for finding in found.findings] == [Fault.IDLE_CHECK]
    assert "'shape'" in found.findings[0].message


def test_few_mutants_and_little_room_are_warnings_and_leave_it_proved() -> None:
    found = proof(accepted(PASSED, headroom=False), mutant(CAUGHT), whole=True)

    assert [(one.fault, one.warning) for one in found.findings] == [
        (Fault.NO_HEADROOM, True),
        (Fault.FEW_MUTANTS, True),
    ]
    assert found.proved


RAISES = {"verdict": Verdict.RTE, "failed": {"scales": Verdict.RTE, "shape": Verdict.RTE}}
RAISES_ALONE = {"verdict": Verdict.RTE, "failed": {"scales": Verdict.RTE}, "whole": False}


def test_a_wrong_answer_that_raises_in_every_check_is_told_and_leaves_it_proved() -> None:
    found = proof(mutant(RAISES, RAISES_ALONE), checks=("scales", "shape"))

    (finding,) = found.findings
    assert (finding.fault, finding.warning, finding.seed) == (Fault.ONLY_ERRORS, True, 0)
    assert finding.message == (
        "each check meets an exception; where that is the mistake, submissions/run_time_error says so: as told"
    )
    assert found.proved


@pytest.mark.parametrize(
    "solution",
    [
        mutant(RAISES, expected=Verdict.RTE),
        mutant(RAISES | {"failed": {"scales": Verdict.RTE}}),
        mutant(RAISES | {"failed": {"scales": Verdict.RTE, "shape": Verdict.WA}}),
        mutant(RAISES, CAUGHT),
        mutant(RAISES_ALONE),
        starter(RAISES),
    ],
)
def test_what_may_raise_or_is_wrong_somewhere_is_not_told(solution: ProvedSolution) -> None:
    assert faults(solution, checks=("scales", "shape")) == []


def test_where_there_is_one_check_an_exception_may_be_what_it_is_for() -> None:
    assert faults(mutant(RAISES | {"failed": {"scales": Verdict.RTE}})) == []


def test_always_is_on_every_seed_and_sometimes_on_any() -> None:
    both = {"verdict": Verdict.WA, "failed": {"scales": Verdict.WA, "shape": Verdict.WA}}
    solution = mutant(CAUGHT, both)

    assert (solution.always, solution.sometimes) == ({"scales"}, {"scales", "shape"})
    assert proof(solution, checks=("scales", "shape")).caught("scales") == (solution.path,)
    assert proof(solution, checks=("scales", "shape")).caught("shape") == ()


def test_the_pattern_of_failed_checks_is_that_of_the_seeds_on_which_all_were_run() -> None:
    both = {"verdict": Verdict.WA, "failed": {"scales": Verdict.WA, "keeps": Verdict.WA}}
    alone = CAUGHT | {"whole": False}

    one = mutant(both, CAUGHT, alone, alone)

    assert one.always == {"scales"}
    assert one.sometimes == {"scales", "keeps"}
    assert mutant(both, alone).always == {"scales", "keeps"}
    assert faults(one) == []
