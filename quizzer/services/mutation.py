"""Mutation testing of exercises: their solutions, changed by every operator, before the judge.

The changes come from ``quizzer.domain.mutation``; what may survive, from the author's ``equivalent.yaml``.
"""

from __future__ import annotations

import random
import time
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizzer.domain.mutation import variants
from quizzer.domain.mutation.report import MutationReport, judged_variant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future
    from datetime import datetime
    from pathlib import Path

    from quizzer.domain.exercise import Exercise
    from quizzer.domain.mutation import Variant
    from quizzer.domain.mutation.report import Equivalent, JudgedVariant
    from quizzer.domain.verdict import GradeResult
    from quizzer.grader.client import Grader
    from quizzer.grader.pool import GraderPool
    from quizzer.services.verify import Subject

REFERENCE = "reference.py"


@dataclass(frozen=True, slots=True)
class MutationPlan:
    """How much to judge: on which seeds, of the reference alone or of every accepted solution.

    Of more than ``limit`` mutants of a solution, so many are drawn, by the first seed.
    """

    seeds: tuple[int, ...]
    now: datetime
    every_solution: bool = False
    limit: int | None = None

    def solutions(self, exercise: Exercise) -> dict[str, str]:
        """Path and source of each solution to change."""
        names = exercise.accepted if self.every_solution else {REFERENCE: exercise.reference}
        return {f"submissions/accepted/{name}": source for name, source in names.items()}

    def mutants(self, source: str) -> tuple[tuple[Variant, ...], int]:
        """The mutants of a solution that are to be judged, and how many the limit leaves out."""
        made = variants(source)
        if self.limit is None or len(made) <= self.limit:
            return made, 0
        chosen = random.Random(self.seeds[0]).sample(range(len(made)), self.limit)  # noqa: S311 - no secret
        return tuple(made[number] for number in sorted(chosen)), len(made) - self.limit

    def count(self, exercise: Exercise) -> int:
        """How many runs of the judge there will be, those of the solutions themselves among them."""
        return sum(1 + len(self.mutants(source)[0]) for source in self.solutions(exercise).values())


def mutate(
    subjects: Sequence[Subject], plan: MutationPlan, *, pool: GraderPool, done: Callable[[int], None] = lambda _: None
) -> Iterator[MutationReport]:
    """The report on each subject that could be read, in order, as soon as it is there.

    ``done`` is called with 1 for each mutant that has been judged, from any thread. Raises InputError for an
    ``equivalent.yaml`` that cannot be read, before anything is judged.
    """
    from quizzer.content.equivalents import read_equivalents  # noqa: PLC0415 - loads PyYAML and pydantic

    read = [(one.folder, one.exercise, read_equivalents(one.folder)) for one in subjects if one.exercise is not None]
    waiting: deque[_Mutating] = deque()
    for folder, exercise, equivalents in read:
        waiting.append(_begin(folder, exercise, equivalents, plan, pool=pool, done=done))
        while waiting and waiting[0].ready:
            yield waiting.popleft().report()
    for mutating in waiting:
        yield mutating.report()


@dataclass(frozen=True, slots=True)
class _Mutating:
    """An exercise whose mutants are being judged; the solutions that they are made of go first."""

    folder: Path
    exercise: Exercise
    baselines: dict[str, Future[_Judged]]
    futures: tuple[Future[_Judged], ...]
    left_out: int

    @property
    def ready(self) -> bool:
        return all(future.done() for future in (*self.baselines.values(), *self.futures))

    def report(self) -> MutationReport:
        refused = [
            f"{path} is refused on seed {result.seed}: {result.verdict}"
            for path, future in self.baselines.items()
            for result in future.result().results
            if not result.accepted
        ]
        judged = [future.result() for future in self.futures]
        return MutationReport(
            self.exercise.id,
            folder=str(self.folder),
            judged=tuple(one.variant for one in judged if one.variant is not None),
            refused=refused[0] if refused else "",
            left_out=self.left_out,
            duration_s=sum(one.duration_s for one in (*judged, *(one.result() for one in self.baselines.values()))),
        )


@dataclass(frozen=True, slots=True)
class _Judged:
    """What came of one source; ``variant`` is None for a solution as it stands."""

    results: tuple[GradeResult, ...]
    duration_s: float
    variant: JudgedVariant | None = None


def _begin(
    folder: Path,
    exercise: Exercise,
    equivalents: tuple[Equivalent, ...],
    plan: MutationPlan,
    *,
    pool: GraderPool,
    done: Callable[[int], None],
) -> _Mutating:
    baselines: dict[str, Future[_Judged]] = {}
    futures: list[Future[_Judged]] = []
    left_out = 0
    for path, source in plan.solutions(exercise).items():
        chosen, more = plan.mutants(source)
        left_out += more
        baselines[path] = pool.submit(_judge, exercise, path, source, plan)
        futures += [
            pool.submit(_judge_mutant, exercise, path, variant, plan, equivalents=equivalents) for variant in chosen
        ]
    for future in (*baselines.values(), *futures):
        future.add_done_callback(lambda _: done(1))
    return _Mutating(folder, exercise, baselines, tuple(futures), left_out)


def _judge_mutant(
    grader: Grader,
    exercise: Exercise,
    path: str,
    variant: Variant,
    plan: MutationPlan,
    *,
    equivalents: tuple[Equivalent, ...],
) -> _Judged:
    judged = _judge(grader, exercise, path, variant.source, plan)
    return replace(judged, variant=judged_variant(path, variant, judged.results, equivalents=equivalents))


def _judge(grader: Grader, exercise: Exercise, path: str, source: str, plan: MutationPlan) -> _Judged:
    began = time.monotonic()
    results = grader.grade_seeds(
        exercise,
        source,
        graded_at=plan.now,
        seeds=plan.seeds,
        device="cpu",
        filename=path.rpartition("/")[2],
        own=True,
        brief=True,
    )
    return _Judged(results, time.monotonic() - began)
