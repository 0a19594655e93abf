"""Answers of compute cards, evaluated by the judge in the background while the learner thinks.

The judge's fork server starts only when a session meets its first compute card: importing torch takes a second.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any, Protocol

from quizzer.domain.card import Code, Compute
from quizzer.domain.code_answer import Runs
from quizzer.domain.errors import EnvironmentProblem, JudgeError, QuizzerError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from quizzer.domain.card import Scalar
    from quizzer.domain.question import Question
    from quizzer.grader.process import ForkServer


_CUT_OFF = (OSError, ValueError)
"""What a conversation with the judge ends in when the judge is closed meanwhile, by whoever quits."""


class Evaluation(Protocol):
    """The answer and the derived values of a compute card, as plain values."""

    @property
    def answer(self) -> Any: ...

    @property
    def derived(self) -> Mapping[str, Any]: ...

    @property
    def mistakes(self) -> Sequence[Any]: ...


class Judge(Protocol):
    """The part of the grader that a study session needs."""

    def evaluate(self, body: Compute, values: Mapping[str, Scalar]) -> Evaluation: ...

    def run_code(self, body: Code, sources: Sequence[str]) -> tuple[Runs, ...]: ...

    def wait_until_warm(self) -> None: ...

    @property
    def server_ended(self) -> bool: ...

    def lend(self) -> ForkServer: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class ReferenceRuns:
    """What the lines of a code card itself gave: its answer's runs first, then those of its mistakes."""

    answer: tuple[Runs, ...]
    derived: Mapping[str, Any] = field(default_factory=dict)
    mistakes: tuple[Any, ...] = ()


class Pending:
    """An evaluation under way; concurrent.futures has one too, but imports logging: 10 ms to the first card."""

    def __init__(self) -> None:
        self._finished = Event()
        self._evaluation: Evaluation | None = None
        self._problem: QuizzerError | None = None

    @property
    def done(self) -> bool:
        return self._finished.is_set()

    def run(self, work: Callable[[], Evaluation]) -> None:
        """Do the work here and now, and keep what comes of it."""
        try:
            self._evaluation = work()
        except QuizzerError as problem:
            self._problem = problem
        except _CUT_OFF as error:
            self._problem = JudgeError(f"the judge cannot be reached: {error}")
        finally:
            self._finished.set()

    def result(self) -> Evaluation:
        """Wait for the evaluation; raises the QuizzerError that it ended in."""
        self._finished.wait()
        if self._problem is not None:
            raise self._problem
        if self._evaluation is None:
            raise JudgeError("the judge gave no answer")
        return self._evaluation


class BackgroundTorch:
    """Evaluates compute cards on threads of its own; the judge is made when first needed.

    The threads are daemons: whoever quits does not wait for an answer that nobody will read.
    """

    def __init__(self, make_judge: Callable[[], Judge]) -> None:
        self._make_judge = make_judge
        self._judge: Judge | None = None
        self._lock = Lock()
        self._closed = False
        self._preparing = False

    def prepare(self) -> None:
        """Start the judge in the background, so that the first answer is there sooner."""
        if not self._preparing:
            self._preparing = True
            Thread(target=self._warm, daemon=True).start()

    def start(self, question: Question) -> Pending:
        """Begin to evaluate a compute question, or the lines that a code card knows."""
        body = question.card.body
        pending = Pending()
        if isinstance(body, Code):
            evaluate: Callable[[], Evaluation] = partial(self._run_reference, body)
        else:
            assert isinstance(body, Compute)
            evaluate = partial(self._evaluate, body, question.values)
        Thread(target=pending.run, args=(evaluate,), daemon=True).start()
        return pending

    def run(self, body: Code, typed: str) -> Runs:
        """Run what was typed, in a process of its own; raises the QuizzerError that it ended in."""
        try:
            return self._ready_judge().run_code(body, (typed,))[0]
        except _CUT_OFF as error:
            raise JudgeError(f"the judge cannot be reached: {error}") from error

    def lend(self) -> ForkServer:
        """The judge's fork server, started if it is not, for grading beside the cards; a dead one is replaced."""
        with self._lock:
            if self._judge is not None and self._judge.server_ended and not self._closed:
                self._judge.close()
                self._judge = None
        return self._ready_judge().lend()

    def close(self) -> None:
        """End the judge, if there is one; an evaluation still running fails."""
        with self._lock:
            self._closed = True
            if self._judge is not None:
                self._judge.close()

    def _evaluate(self, body: Compute, values: Mapping[str, Scalar]) -> Evaluation:
        return self._ready_judge().evaluate(body, values)

    def _run_reference(self, body: Code) -> Evaluation:
        sources = (body.answer, *(wrong.code for wrong in body.mistakes))
        runs = self._ready_judge().run_code(body, sources)
        broken = next((run.error for run in runs[0] if run.error is not None), None)
        if broken is not None:
            raise JudgeError(f"the card's own answer does not run: {broken}")
        return ReferenceRuns(runs)

    def _warm(self) -> None:
        # What goes wrong here goes wrong again at the first evaluation, which tells the learner.
        with suppress(QuizzerError, *_CUT_OFF):
            self._ready_judge().wait_until_warm()

    def _ready_judge(self) -> Judge:
        with self._lock:
            if self._closed:
                raise EnvironmentProblem("the session has ended")
            if self._judge is None:
                self._judge = self._make_judge()
            return self._judge
