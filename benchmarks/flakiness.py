"""``python -m benchmarks.flakiness [SEEDS] [FIRST]``: is any right solution of the library refused on some draw?

Judges every accepted solution of every built-in exercise on further seeds than those that ``quizzer verify`` takes
(40 from 2000 on), and prints each refusal with its seed; exit code 1 where there is one. What it said last stands in
``docs/benchmarks.md``.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from quizzer.domain.proof import Role
from quizzer.grader.client import Grader
from quizzer.grader.pool import GraderPool
from quizzer.services.verify import find_subjects, solutions_of

if TYPE_CHECKING:
    from concurrent.futures import Future

    from quizzer.domain.verdict import GradeResult

SEEDS, FIRST = 40, 2000


def main(arguments: list[str]) -> int:
    """Judge, and say what was refused."""
    count, first = (*map(int, arguments), *(SEEDS, FIRST)[len(arguments) :])
    began, waiting = time.monotonic(), []
    with GraderPool() as pool:
        for exercise in (one.exercise for one in find_subjects(()) if one.exercise is not None):
            for solution in (one for one in solutions_of(exercise) if one.role is Role.ACCEPTED):
                future: Future[tuple[GradeResult, ...]] = pool.submit(
                    Grader.grade_seeds,
                    exercise,
                    solution.source,
                    graded_at=datetime.now(UTC),
                    seeds=range(first, first + count),
                    device="cpu",
                    own=True,
                )
                waiting.append((f"{exercise.id}/{solution.path}", future))
        refused = [
            f"{name} --seed {result.seed}: {result.verdict}"
            for name, future in waiting
            for result in future.result()
            if not result.accepted
        ]
    print(*refused, sep="\n", end="\n" if refused else "")
    minutes = (time.monotonic() - began) / 60
    print(f"{len(waiting)} right solutions on {count} seeds from {first}: {len(refused)} refused, {minutes:.1f} min")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
