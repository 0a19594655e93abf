"""The judge as the rest of quizzer sees it: give it an exercise and a source, get a result."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from quizzer.domain.card import Code, Compute, Scalar
from quizzer.domain.card_trial import DrawnAnswer, Script, ScriptRun
from quizzer.domain.code_answer import CaseRun, Runs
from quizzer.domain.errors import EnvironmentProblem, UncomputedAnswer
from quizzer.domain.exercise import Exercise, Limits
from quizzer.domain.seeds import run_seeds
from quizzer.domain.verdict import GradeResult
from quizzer.grader import classify, evaluation
from quizzer.grader.abandon import Abandonable
from quizzer.grader.devices import CPU, SETUP_S, Machine
from quizzer.grader.messages import receive_answer, send_request
from quizzer.grader.output_text import readable_output
from quizzer.grader.own import OwnSolution
from quizzer.grader.process import ForkServer, ServerProcess
from quizzer.grader.results import Judged, result_of
from quizzer.grader.run import run_alone
from quizzer.grader.sandbox.lockdown import Isolation
from quizzer.grader.seat import Seats
from quizzer.grader.sitting import Sitting
from quizzer.grader.source_rules import violations

_EVALUATE = Limits(run_s=10, memory_mib=1024)
_SEED_BITS = 62


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A compute card's answer and derived values, as plain JSON values (sizes and tensors as lists)."""

    answer: Any
    derived: Mapping[str, Any]
    mistakes: tuple[Any, ...] = ()
    """The values of the card's typical mistakes; None where there is none."""


class Grader:
    """Owns one fork server, started in the background at once unless one is given; a context manager.

    Calls may come from several threads: each run has its own connection. With ``bench``, made for many submissions of
    few exercises, judge processes stay for the next submission of their exercise.
    """

    def __init__(
        self,
        *,
        require: Isolation = Isolation.LIMITS,
        server: ForkServer | None = None,
        machine: Machine | None = None,
        bench: bool = False,
    ) -> None:
        self._require = require
        self._server = server or ServerProcess()
        self._seats = Seats(self._server) if bench else None
        self._machine = machine or Machine.look()
        self._problems: dict[str, str | None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def server_pid(self) -> int:
        return self._server.pid

    @property
    def server_ended(self) -> bool:
        """Whether the fork server is gone, and so this grader of no more use."""
        return self._server.ended

    def close(self) -> None:
        """End the fork server."""
        if self._seats is not None:
            self._seats.close()
        self._server.close()

    def lend(self) -> Abandonable:
        """The fork server, for runs that may be given up; it stays this grader's."""
        return Abandonable(self._server)

    def wait_until_warm(self) -> None:
        """Return once the fork server answers."""
        run_alone(self._server, role="evaluate", job={"kind": "scripts", "scripts": []}, limits=_EVALUATE)

    def warm_up(self) -> None:
        """Have the fork server do at once all that it else does when it is idle, and return once it has: seconds.

        A child that was forked before pays for what is still missing, each time that it is used.
        """
        with self._server.connect() as connection:
            send_request(self._server, connection, {"control": "warm"}, [])
            receive_answer(self._server, connection)

    def grade(
        self,
        exercise: Exercise,
        source: str,
        *,
        graded_at: datetime,
        seed: int | None = None,
        device: str = "auto",
        filename: str | None = None,
    ) -> GradeResult:
        """Judge ``source`` against ``exercise``; durations in seconds. The same seed gives the same draws.

        An exercise that asks for several runs is judged on seeds derived from this one until one fails, and the
        result is that run's, or the last one's.

        Raises JudgeError or EnvironmentProblem where no verdict can be had at all.
        """
        seeds = (secrets.randbits(_SEED_BITS) if seed is None else seed,)
        return self.grade_seeds(
            exercise, source, graded_at=graded_at, seeds=seeds, device=device, filename=filename
        )[0]  # fmt: skip

    def grade_seeds(
        self,
        exercise: Exercise,
        source: str,
        *,
        graded_at: datetime,
        seeds: Iterable[int],
        device: str = "auto",
        filename: str | None = None,
        own: bool = False,
        brief: bool = False,
        named: str | None = None,
    ) -> tuple[GradeResult, ...]:
        """What ``grade`` gives for each of ``seeds``, in order, for little more than one run while all is right.

        ``own`` says that the source is the exercise author's own: then failures are as cheap, and believed. ``brief``
        asks only whether it fails: from the second seed on, the check ``named``, or else the first that failed before,
        is run alone, and all of them where it passes.
        """
        chosen = self._choose_device(device)
        with Sitting(
            self._server, exercise, source, filename=filename, device=chosen, own=own, seats=self._seats
        ) as sitting:
            how = OwnSolution(source, filename=filename or "", seeds=tuple(seeds), brief=brief, named=named)
            return self._judge_seeds(sitting, how, graded_at=graded_at)

    def grade_own(
        self, exercise: Exercise, solutions: Sequence[OwnSolution], *, last: OwnSolution, graded_at: datetime
    ) -> tuple[tuple[GradeResult, ...] | None, ...]:
        """What ``grade_seeds`` gives for each of an author's own solutions, in order, on the CPU.

        A process loads one after another, as long as each run in it comes to its end. That none was judged by what
        another left behind is believed where ``last``, which should pass, still does; None stands for a solution of
        which that cannot be said.
        """
        found: list[tuple[tuple[GradeResult, ...], frozenset[int]]] = []
        with Sitting(
            self._server, exercise, "", filename=None, own=True, seats=self._seats, submissions=len(solutions) + 1
        ) as sitting:
            for solution in solutions:
                results = self._judge_own(sitting, solution, graded_at=graded_at)
                found.append((results, frozenset(sitting.shared)))
            fit: frozenset[int] = frozenset()
            if any(shared for _, shared in found):
                passed = all(result.accepted for result in self._judge_own(sitting, last, graded_at=graded_at))
                fit = frozenset(sitting.shared if passed else ())
        return tuple(results if shared <= fit else None for results, shared in found)

    def _judge_own(self, sitting: Sitting, solution: OwnSolution, *, graded_at: datetime) -> tuple[GradeResult, ...]:
        sitting.load(solution.source, filename=solution.filename)
        return self._judge_seeds(sitting, solution, graded_at=graded_at)

    def _judge_seeds(self, sitting: Sitting, solution: OwnSolution, *, graded_at: datetime) -> tuple[GradeResult, ...]:
        exercise = sitting.exercise
        broken_rules = violations(sitting.source, exercise.forbidden)
        results: list[GradeResult] = []
        for seed in solution.seeds:
            began = time.monotonic()
            if broken_rules:
                judged = Judged(classify.forbidden(broken_rules, exercise.checks), isolation="not run")
            else:
                likely = (solution.named or _first_failed(results[0])) if solution.brief and results else None
                runs = 1 if solution.single else exercise.runs
                judged = self._judge(sitting, seed, runs=runs, likely=likely)
            results.append(
                result_of(exercise, judged, seed=seed, device=sitting.device, graded_at=graded_at, began=began)
            )
        return tuple(results)

    def _judge(self, sitting: Sitting, run_seed: int, *, runs: int, likely: str | None) -> Judged:
        """As many runs as are asked for, up to the first that fails, each by the ``likely`` check first."""
        for seed in run_seeds(run_seed, runs):
            if likely is not None:
                judged = self._judge_once(sitting, seed, only=likely)
                if not judged.judgement.verdict.accepted:
                    break
            judged = self._judge_once(sitting, seed)
            if not judged.judgement.verdict.accepted:
                break
        return judged

    def _judge_once(self, sitting: Sitting, seed: int, *, only: str | None = None) -> Judged:
        facts = sitting.judge(seed, only=only)
        isolation = Isolation(facts.isolation).beside(sitting.device)
        self._refuse_less_than_required(isolation)
        return Judged(
            classify.classify(facts, tuple(check for check in sitting.exercise.checks if only in (None, check.id))),
            isolation=isolation,
            torch_version=facts.report.torch_version if facts.report else "",
            output=readable_output(facts.output),
        )

    def evaluate(self, body: Compute, values: Mapping[str, Scalar]) -> Evaluation:
        """What torch says a compute card's answer is for the values drawn. Raises JudgeError."""
        answer = self._alone({**evaluation.compute_job(body), "kind": "compute", "values": dict(values)})
        return Evaluation(answer["answer"], answer["derived"], tuple(answer["mistakes"]))

    def run_code(self, body: Code, sources: Sequence[str]) -> tuple[Runs, ...]:
        """What each line of ``sources`` leaves behind in each case of a code card, all in one process.

        Where that process ends or takes too long, every case of every line has that as its error.
        """
        job = {"kind": "code", "cases": list(body.cases), "compare": list(body.compare), "sources": list(sources)}
        answer = run_alone(self._server, role="evaluate", job=job, limits=_EVALUATE)
        try:
            return tuple(tuple(map(_case_run, runs)) for runs in answer["runs"])
        except (KeyError, TypeError, AttributeError):
            lost = CaseRun(error=str(answer.get("error", "no answer")))
            return tuple((lost,) * len(body.cases) for _ in sources)

    def evaluate_draws(self, body: Compute, draws: Sequence[Mapping[str, Scalar]]) -> tuple[DrawnAnswer, ...]:
        """What ``evaluate`` says for each of ``draws``, all in one process; what goes wrong with one is its error."""
        return evaluation.evaluate_draws(self._server, body, draws)

    def run_scripts(self, scripts: Sequence[Script]) -> tuple[ScriptRun, ...]:
        """How each script ends, in names of its own; a part that is an expression leaves its value in ``result``."""
        return evaluation.run_scripts(self._server, scripts)

    def _alone(self, job: dict[str, Any]) -> dict[str, Any]:
        answer = run_alone(self._server, role="evaluate", job=job, limits=_EVALUATE)
        if "error" in answer:
            raise UncomputedAnswer(f"the card's answer cannot be evaluated: {answer['error']}")
        return answer

    def _choose_device(self, asked: str) -> str:
        """The first device for ``asked`` that is there and starts in a child's cell; each is tried once."""
        for device in self._machine.candidates(asked):
            if device not in self._problems:
                self._problems[device] = self._why_not(device)
            if self._problems[device] is None:
                return device
        raise EnvironmentProblem(
            f"cannot judge on {asked}: it is there but does not start ({self._problems[asked]})",
            hint="use --device cpu, or auto",
        )

    def _why_not(self, device: str) -> str | None:
        if device == CPU:
            return None
        limits = Limits(run_s=SETUP_S[device], memory_mib=_EVALUATE.memory_mib)
        answer = run_alone(self._server, role="probe", job={"device": device}, limits=limits, device=device)
        return None if answer.get("works") else str(answer.get("error"))

    def _refuse_less_than_required(self, isolation: Isolation) -> None:
        if isolation.rank < self._require.rank:
            raise EnvironmentProblem(
                f"this machine isolates submissions only at level '{isolation}', and '{self._require}' is required.",
                hint="`quizzer doctor` says what is missing",
            )


def _case_run(plain: Mapping[str, Any]) -> CaseRun:
    error = plain.get("error")
    return CaseRun(values=tuple(plain.get("values", ())), error=None if error is None else str(error))


def _first_failed(result: GradeResult) -> str | None:
    return next((check.id for check in result.checks if not check.verdict.accepted and not check.not_run), None)
