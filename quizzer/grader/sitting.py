"""One submission judged on one seed after another, each verdict the one that a run of its own would give."""

from __future__ import annotations

from typing import Any, Self

from quizzer.domain.exercise import Exercise
from quizzer.domain.seeds import derive_seed
from quizzer.domain.verdict import Verdict
from quizzer.grader.devices import CPU
from quizzer.grader.process import ForkServer
from quizzer.grader.report import End
from quizzer.grader.run import Pair, RunFacts, run_grade
from quizzer.grader.seat import Seat, Seats


class Sitting:
    """Judges in one pair of processes for as long as everything passes there; a context manager.

    Only the first run of a pair is believed when it fails: a later one may have failed for what an earlier one left
    behind, and is judged again in a fresh pair. So an accepted submission costs one pair for all its seeds, and one
    that fails costs a pair for each. With ``seats``, the judge's process may have judged other submissions of the
    exercise before. ``submissions`` is how many an author's own ones are to be loaded one after another.
    """

    def __init__(
        self,
        server: ForkServer,
        exercise: Exercise,
        source: str,
        *,
        filename: str | None,
        device: str = CPU,
        own: bool = False,
        seats: Seats | None = None,
        submissions: int = 1,
    ) -> None:
        self.device = device
        self.exercise = exercise
        self.source = source
        self._seats = seats
        self._seat: Seat | None = None
        self._own = own
        self._submissions = submissions
        self._server = server
        self._filename = filename
        self._loads: dict[str, Any] | None = None
        self._processes = 0
        self._submissions_in_it = 0
        self.shared: set[int] = set()
        """The submission processes, by number, where others were judged before the one that is loaded now."""
        self._pair: Pair | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def load(self, source: str, *, filename: str | None) -> None:
        """Judge another submission from here on: in the same pair, so for an author's ``own`` ones only."""
        self.source, self._filename = source, filename
        self._loads = {"source": source, "filename": submission_filename(self.exercise, filename)}
        self.shared = set()

    def judge(self, seed: int, *, only: str | None = None) -> RunFacts:
        """What came of the run on ``seed``, by all checks or the ``only`` one."""
        loads, self._loads = self._loads, None
        if self._pair is not None and self._pair.can_go_on:
            self._submissions_in_it += loads is not None
            facts = self._pair.again(seed, only=only, loads=loads)
            if facts is not None:
                if self._submissions_in_it > 1:
                    self.shared.add(self._processes)
                return facts
        self._close()
        facts = self._judge_afresh(seed, only, seats=self._seats)
        if self._seat is not None and self._seat.judged > 1 and _is_doubtful(facts):
            self._close()
            facts = self._judge_afresh(seed, only, seats=None)
        return facts

    def _judge_afresh(self, seed: int, only: str | None, *, seats: Seats | None) -> RunFacts:
        self._processes, self._submissions_in_it = self._processes + 1, 1
        self._seat = seats.take(self.exercise, device=self.device) if seats is not None else None
        try:
            facts, self._pair = self._begin(seed, only)
        except BaseException:
            # Nobody knows what its judge will still say.
            if self._seat is not None:
                self._seat.close()
            raise
        return facts

    def _begin(self, seed: int, only: str | None) -> tuple[RunFacts, Pair]:
        return run_grade(
            self._server,
            judge_job=judge_job(self.exercise, self.source, seed, device=self.device, only=only),
            submission_job=submission_job(
                self.exercise, self.source, seed, filename=self._filename, device=self.device
            ),
            limits=self.exercise.limits,
            device=self.device,
            own=self._own,
            seat=self._seat,
            submissions=self._submissions,
        )

    def _close(self) -> None:
        if self._pair is not None:
            self._pair.close()
            self._pair = None
        if self._seat is not None and self._seats is not None:
            self._seats.give_back(self._seat)
            self._seat = None


def _is_doubtful(facts: RunFacts) -> bool:
    """Whether the judge's side failed: a process that has judged before may have failed for what was left in it."""
    if facts.overflow:
        return False
    report = facts.report
    if report is None or report.end is End.BROKEN:
        return True
    return any(check.verdict is Verdict.JE for check in report.checks)


def judge_job(
    exercise: Exercise, source: str, run_seed: int, *, device: str = CPU, only: str | None = None
) -> dict[str, Any]:
    """What the judge process alone is told; ``only`` is the id of the one check to run."""
    return {
        "checks": exercise.checks_source,
        "reference": exercise.reference,
        "fixtures": exercise.fixtures_source,
        "source": source,
        "forbidden": list(exercise.forbidden),
        "seed": run_seed,
        "device": device,
        "call_s": exercise.limits.call_s,
        "run_s": exercise.limits.run_s,
        "only": only,
    }


def submission_filename(exercise: Exercise, filename: str | None) -> str:
    """What tracebacks call the submission."""
    return filename or f"{exercise.id}.py"


def submission_job(
    exercise: Exercise, source: str, run_seed: int, *, filename: str | None, device: str = CPU
) -> dict[str, Any]:
    """What the submission process is told."""
    return {
        "source": source,
        "filename": submission_filename(exercise, filename),
        "fixtures": exercise.fixtures_source,
        "entry_points": [entry.name for entry in exercise.entry_points],
        "device": device,
        "memory_mib": exercise.limits.memory_mib,
        # One-way: nothing about the judge's draws can be learned from it.
        "seed": derive_seed(run_seed, "submission"),
    }
