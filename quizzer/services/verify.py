"""Proving exercises: their solutions judged on several seeds, in parallel over warm fork servers."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.domain.errors import Diagnostic, EnvironmentProblem, InputError, Location
from quizzer.domain.proof import ExerciseProof, ProofRun, ProvedSolution, Role, first_finding, proof_of
from quizzer.domain.verdict import Verdict
from quizzer.grader.own import OwnSolution

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future
    from datetime import datetime

    from quizzer.domain.exercise import Exercise
    from quizzer.domain.verdict import GradeResult
    from quizzer.grader.client import Grader
    from quizzer.grader.pool import GraderPool

STARTER = "starter.py"
_MOST_TOGETHER = 24
_MOST_OF_LONG_ONES = 1
"""Exercises that ask for several runs train something: a process of its own is little beside that."""


@dataclass(frozen=True, slots=True)
class Solution:
    """A file of an exercise that is to be judged, and what should come of it."""

    path: str
    source: str
    role: Role
    caught_by: str | None = None
    expected: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """An exercise to prove: as it was read, or the problem that it could not be read for."""

    folder: Path
    exercise: Exercise | None = None
    problem: InputError | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to prove: on which seeds, and only the solution that ``only`` names by the end of its path.

    ``every_check`` has all checks run on each seed, also where the one that a mutant names has caught it.
    """

    seeds: tuple[int, ...]
    now: datetime
    only: str | None = None
    every_check: bool = False

    def solutions(self, exercise: Exercise) -> tuple[Solution, ...]:
        return tuple(
            one for one in solutions_of(exercise) if self.only is None or f"/{one.path}".endswith(f"/{self.only}")
        )


def read_subject(folder: Path) -> Subject:
    """The exercise in ``folder``, or why it cannot be read."""
    from quizzer.content import read_exercise  # noqa: PLC0415 - loads PyYAML and pydantic

    try:
        exercise = read_exercise(folder)
    except InputError as problem:
        return Subject(folder, problem=problem)
    if exercise.withheld is not None:
        location = Location(str(folder / "exercise.yaml"))
        wrong = Diagnostic(location, "E324", "a student edition has no solutions to prove")
        return Subject(folder, problem=InputError(f"{folder}: nothing to prove", diagnostics=(wrong,)))
    return Subject(folder, exercise=exercise)


def solutions_of(exercise: Exercise) -> tuple[Solution, ...]:
    """Every solution that an exercise brings, the accepted ones first, the starter among them."""
    accepted = [
        Solution(f"submissions/accepted/{name}", source, Role.ACCEPTED) for name, source in exercise.accepted.items()
    ]
    mutants = [
        Solution(mutant.path, mutant.source, Role.MUTANT, mutant.caught_by, Verdict(mutant.verdict))
        for mutant in exercise.mutants
    ]
    return (*accepted, Solution(STARTER, exercise.starter, Role.STARTER), *mutants)


def prove(
    subjects: Sequence[Subject], plan: Plan, *, pool: GraderPool, done: Callable[[int], None] = lambda _: None
) -> Iterator[ExerciseProof]:
    """The proof of each subject that could be read, in order, as soon as it is there.

    ``done`` is called with the number of solutions that have been judged, from any thread.
    """
    waiting: deque[_Proving] = deque()
    for subject in subjects:
        if subject.exercise is not None:
            waiting.append(_begin(subject, plan, pool=pool, done=done))
        while waiting and waiting[0].ready:
            yield waiting.popleft().proof(plan)
    for proving in waiting:
        yield proving.proof(plan)


@dataclass(frozen=True, slots=True)
class _Proving:
    """An exercise whose solutions are being judged."""

    folder: Path
    exercise: Exercise
    futures: tuple[Future[tuple[ProvedSolution, ...]], ...]

    @property
    def ready(self) -> bool:
        return all(future.done() for future in self.futures)

    def proof(self, plan: Plan) -> ExerciseProof:
        return proof_of(
            self.exercise.id,
            folder=str(self.folder),
            checks=tuple(check.id for check in self.exercise.checks),
            solutions=tuple(one for future in self.futures for one in future.result()),
            whole=plan.only is None,
        )


def _begin(subject: Subject, plan: Plan, *, pool: GraderPool, done: Callable[[int], None]) -> _Proving:
    exercise = subject.exercise
    assert exercise is not None
    groups = tuple(groups_of(exercise, plan))
    # One worker for all of a small exercise: its judge is made ready once.
    tasks = [groups] if exercise.runs == 1 else [(group,) for group in groups]
    futures = tuple(pool.submit(_prove_groups, exercise, task, plan, done) for task in tasks)
    return _Proving(subject.folder, exercise, futures)


def _prove_groups(
    grader: Grader, exercise: Exercise, groups: Sequence[Sequence[Solution]], plan: Plan, done: Callable[[int], None]
) -> tuple[ProvedSolution, ...]:
    proved: list[ProvedSolution] = []
    for group in groups:
        proved += prove_solutions(grader, exercise, group, plan)
        done(len(group))
    return tuple(proved)


def groups_of(exercise: Exercise, plan: Plan) -> Iterator[tuple[Solution, ...]]:
    """What is to be proved, in order, the accepted solutions apart from the others, as many together as is of use."""
    most = _MOST_TOGETHER if exercise.runs == 1 else _MOST_OF_LONG_ONES
    for _, same in groupby(plan.solutions(exercise), key=lambda one: one.role is Role.ACCEPTED):
        group = tuple(same)
        yield from (group[first : first + most] for first in range(0, len(group), most))


def prove_solutions(
    grader: Grader, exercise: Exercise, solutions: Sequence[Solution], plan: Plan
) -> tuple[ProvedSolution, ...]:
    """As ``prove_solution`` for each of them: all accepted, or none; in one process where it can be.

    What comes of them there is believed of those that are what they should be, where the reference passes after them;
    the others are judged by themselves.
    """
    together = [one for one in solutions if one.expected in (None, Verdict.WA)]
    proved = _prove_together(grader, exercise, together, plan) if together else {}
    return tuple(proved.get(one.path) or prove_solution(grader, exercise, one, plan) for one in solutions)


def _prove_together(
    grader: Grader, exercise: Exercise, solutions: Sequence[Solution], plan: Plan
) -> dict[str, ProvedSolution]:
    headroom = True if solutions[0].role is Role.ACCEPTED else None
    found = grader.grade_own(
        exercise if headroom is None else _halved(exercise),
        [_own(exercise, one, plan) for one in solutions],
        last=OwnSolution(exercise.reference, filename="reference.py", seeds=plan.seeds[:1], single=True),
        graded_at=plan.now,
    )
    proved = {
        one.path: _proved(exercise, one, results, headroom=headroom)
        for one, results in zip(solutions, found, strict=True)
        if results is not None
    }
    return {path: solution for path, solution in proved.items() if first_finding(solution) is None}


def prove_solution(grader: Grader, exercise: Exercise, solution: Solution, plan: Plan) -> ProvedSolution:
    """Judge one solution on every seed, an accepted one within half of its limits if it can be.

    Whether a solution is wrong is asked briefly (see ``Grader.grade_seeds``), but for those that should end otherwise
    than in a wrong answer.
    """
    if solution.role is not Role.ACCEPTED:
        return _proved(exercise, solution, _results(grader, exercise, solution, plan), headroom=None)
    half = _halved(exercise)
    results = _results(grader, half, solution, plan)
    headroom = all(result.accepted for result in results)
    if not headroom:
        results = _results(grader, exercise, solution, plan)
        # The first run of all may have met a fork server that was not warm yet.
        first = replace(plan, seeds=plan.seeds[:1])
        headroom = all(result.accepted for result in (*results, *_results(grader, half, solution, first)))
    return _proved(exercise, solution, results, headroom=headroom)


def _results(grader: Grader, exercise: Exercise, solution: Solution, plan: Plan) -> tuple[GradeResult, ...]:
    own = _own(exercise, solution, plan)
    return grader.grade_seeds(
        exercise,
        own.source,
        graded_at=plan.now,
        seeds=own.seeds,
        device="cpu",
        filename=own.filename,
        own=True,
        brief=own.brief,
        named=own.named,
    )


def _own(exercise: Exercise, solution: Solution, plan: Plan) -> OwnSolution:
    return OwnSolution(
        solution.source,
        filename=solution.path.rpartition("/")[2],
        seeds=plan.seeds,
        brief=not plan.every_check and solution.role is not Role.ACCEPTED and solution.expected in (None, Verdict.WA),
        single=not plan.every_check and solution.role is Role.ACCEPTED,
        named=next((check.id for check in exercise.checks if check.id == solution.caught_by), None),
    )


def _proved(
    exercise: Exercise, solution: Solution, results: Sequence[GradeResult], *, headroom: bool | None
) -> ProvedSolution:
    return ProvedSolution(
        path=solution.path,
        role=solution.role,
        runs=tuple(_run(result, whole=len(result.checks) == len(exercise.checks)) for result in results),
        caught_by=solution.caught_by,
        expected=solution.expected,
        headroom=headroom,
        duration_s=sum(result.duration_s for result in results),
    )


def _halved(exercise: Exercise) -> Exercise:
    limits = exercise.limits
    half = replace(
        limits, call_s=limits.call_s / 2, run_s=limits.run_s / 2, memory_mib=limits.memory_mib // 2
    )  # fmt: skip
    return replace(exercise, limits=half)


def _run(result: GradeResult, *, whole: bool) -> ProofRun:
    failed = {check.id: check for check in result.checks if not check.verdict.accepted and not check.not_run}
    broken = next((check for check in failed.values() if check.verdict is Verdict.JE), None)
    told = broken or next(iter(failed.values()), None)
    message = result.message or (told.message if told else None)
    return ProofRun(
        seed=result.seed,
        verdict=result.verdict,
        failed={name: check.verdict for name, check in failed.items()},
        why="" if message is None else message.in_("en"),
        whole=whole,
    )


def write_mistakes(subjects: Sequence[Subject], proofs: Sequence[ExerciseProof]) -> int:
    """Write ``mistakes.json`` into the folder of each exercise that is proved; how many files changed.

    Raises EnvironmentProblem where a file cannot be written.
    """
    from quizzer.content.mistakes_file import MISTAKES_FILE, mistakes_text  # noqa: PLC0415 - the package is lazy

    exercises = {str(subject.folder): subject.exercise for subject in subjects if subject.exercise is not None}
    changed = 0
    for proof in proofs:
        if not proof.proved:
            continue
        patterns = {one.path: (one.always, one.sometimes) for one in proof.of(Role.MUTANT)}
        text = mistakes_text(exercises[proof.folder], patterns)
        path = Path(proof.folder) / MISTAKES_FILE
        try:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")
                changed += 1
        except OSError as problem:
            raise EnvironmentProblem(f"{path} cannot be written: {problem.strerror}") from None
    return changed
