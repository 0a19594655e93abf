"""The judge process: runs an exercise's hidden checks against the submission at the other end of the wire.

It never imports or runs the learner's code. A check that breaks is our fault (JE), unless the same check passes
with the reference solution: then it was the learner's value that no check could use.
"""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Self

import torch

from quizzer.checks import clue
from quizzer.checks.case import Case
from quizzer.checks.errors import CheckFailed, RemoteError
from quizzer.checks.registry import CheckSpec, collect
from quizzer.domain.seeds import derive_seed
from quizzer.domain.verdict import Verdict
from quizzer.grader.child import accelerator
from quizzer.grader.child.allowance import Allowance, OutOfTimeError
from quizzer.grader.child.baseline import Baseline, seed_generators
from quizzer.grader.child.host import Host
from quizzer.grader.child.protocol import again_order
from quizzer.grader.child.remote import (
    Channel,
    ForbiddenCallError,
    Learner,
    RemoteForgedError,
    RemoteGoneError,
    StreamTransport,
)
from quizzer.grader.child.stream import Stream
from quizzer.grader.child.submission import load_fixtures, load_module
from quizzer.grader.child.tracebacks import raised_text, traceback_text
from quizzer.grader.clocks import Clock, unpacked
from quizzer.grader.compiling import CHECKS_FILE, unpack
from quizzer.grader.devices import SETUP_S
from quizzer.grader.frames import Closed, parse_json, receive_json, receive_with_descriptors, send_json
from quizzer.grader.report import CheckReport, End, ErrorFacts, Report
from quizzer.grader.words import words

_REFERENCE_FILE = "reference.py"


@dataclass(frozen=True, slots=True)
class JudgeJob:
    """What the judge alone is told; ``seed`` never reaches the submission.

    ``only`` names the one check to run, when the verdict is all that is asked for: why it fails is not looked into.
    ``loads`` has the source and the file name that the submission process is to load instead of what it has. ``code``
    is the checks' own, compiled already.
    """

    checks: str
    reference: str
    fixtures: str | None
    source: str
    forbidden: tuple[str, ...]
    seed: int
    device: str
    call_s: float
    run_s: float
    only: str | None = None
    loads: Mapping[str, str] | None = None
    code: str | None = None

    @classmethod
    def parse(cls, plain: Any) -> JudgeJob:
        return cls(**{**plain, "forbidden": tuple(plain["forbidden"])})

    def next(self, plain: Any) -> JudgeJob:
        """The same for the seed, and perhaps the one check or another source, that ``plain`` brings."""
        loads = plain["loads"]
        source = self.source if loads is None else loads["source"]
        return replace(self, seed=int(plain["seed"]), only=plain["only"], source=source, loads=loads)


def main(control: socket.socket, wire: socket.socket) -> None:
    """Judge one submission on one seed after another, as long as ``control`` brings some; report there on each."""
    job, before = JudgeJob.parse(receive_json(control)), Baseline.now()
    unpack(job.checks, CHECKS_FILE, job.code)
    payload, descriptors = receive_with_descriptors(control)
    case = _CaseInHand.open(job, parse_json(payload), wire, descriptors)
    while case.judge(control) is End.FINISHED:
        try:
            case.go_on(receive_json(control))
        except Closed:
            break
        before.restore()
    control.close()


def bench(control: socket.socket) -> None:
    """Judge one submission of an exercise after another, each on one seed after another, until ``control`` is closed.

    It brings a job and the wire to its submission, or the next seed for the submission that is there.
    """
    before = Baseline.now()
    case: _CaseInHand | None = None
    while True:
        try:
            payload, descriptors = receive_with_descriptors(control)
        except Closed:
            return
        message: Any = parse_json(payload)
        if case is None or descriptors:
            if case is not None:
                case.close()
            wire, job = socket.socket(fileno=descriptors[0]), JudgeJob.parse(message["job"])
            case = _CaseInHand.open(job, message, wire, descriptors[1:])
        else:
            case.go_on(message)
        case.judge(control)
        before.restore()


@dataclass(slots=True)
class _CaseInHand:
    """A submission at the other end of ``stream``, and what it is judged by."""

    job: JudgeJob
    stream: Stream
    clocks: Mapping[str, Clock]
    again: bool = False

    @classmethod
    def open(cls, job: JudgeJob, message: Any, wire: socket.socket, clocks: list[int]) -> Self:
        return cls(job, Stream(wire, patient=True), unpacked(message["clocks"], clocks))

    def go_on(self, message: Any) -> None:
        """Judge it on the next seed."""
        self.job, self.again = self.job.next(message), True

    def judge(self, control: socket.socket) -> End:
        """Judge it, and report at ``control``."""
        began = time.monotonic()
        report = judge(self.job, self.stream, clocks=self.clocks, again=self.again)
        send_json(control, report.plain(duration_s=time.monotonic() - began, torch_version=torch.__version__))
        return report.end

    def close(self) -> None:
        self.stream.close()
        for clock in self.clocks.values():
            clock.close()


def judge(job: JudgeJob, stream: Stream, *, clocks: Mapping[str, Clock], again: bool = False) -> Report:
    """Run the checks; returns what came of each. ``again`` asks a submission that was judged before to load afresh."""
    seed_generators(derive_seed(job.seed, "judge"))
    try:
        specs = collect(load_module(job.checks, name="checks", filename=CHECKS_FILE))
    except BaseException as error:  # noqa: BLE001 - the border: a broken deck is our fault, never the learner's
        return Report(end=End.BROKEN, detail=f"checks.py does not load: {type(error).__name__}: {error}")
    try:
        accelerator.start(job.device)
    except BaseException as error:  # noqa: BLE001 - the border: whatever a driver makes torch raise
        return Report(end=End.BROKEN, detail=f"{job.device} does not start: {type(error).__name__}: {error}")
    transport = StreamTransport(stream, Allowance(job.call_s, job.run_s, clocks))
    forbidden = frozenset(name.rsplit(".", 1)[-1] for name in job.forbidden)
    channel = Channel(transport, forbidden=forbidden, device=job.device)
    order = again_order(derive_seed(job.seed, "submission"), loads=job.loads)
    first = partial(transport.receive, grace_s=SETUP_S[job.device])
    refusal = _load(channel, partial(transport.exchange, order) if again else first)
    if refusal is not None and refusal.end is End.NOT_LOADED and (problem := _problem_of_fixtures(job)):
        return Report(end=End.BROKEN, detail=problem)
    if refusal is not None:
        return refusal
    chosen = tuple(spec for spec in specs if job.only in (None, spec.id))
    with contextlib.nullcontext() if job.only is None else clue.left_out():
        return _Run(job, Learner(channel, source=job.source)).all(chosen)


def _problem_of_fixtures(job: JudgeJob) -> str | None:
    """Why the author's fixtures do not load here either, if they do not: then it was not the learner's file."""
    try:
        load_fixtures(job.fixtures)
    except BaseException as error:  # noqa: BLE001 - the border: whatever an author's fixtures raise
        return f"fixtures.py does not load: {type(error).__name__}: {error}"
    return None


def _load(channel: Channel, receive: Callable[[], bytes]) -> Report | None:
    """Wait until the submission is imported; a report where it is not."""
    try:
        missing = channel.read(receive())
    except RemoteError as error:
        return Report(end=End.NOT_LOADED, error=ErrorFacts(traceback_text(error), error.out_of_memory))
    except OutOfTimeError as error:
        return Report(end=End.TIMEOUT, overrun=error.overrun)
    except RemoteGoneError:
        return Report(end=End.GONE)
    except RemoteForgedError as error:
        return Report(end=End.FORGED, detail=str(error))
    if missing:
        return Report(end=End.MISSING, detail=", ".join(map(str, missing)))
    return None


@dataclass(slots=True)
class _Run:
    """The checks of one run, in the order of their definition."""

    job: JudgeJob
    learner: Learner

    def all(self, specs: tuple[CheckSpec, ...]) -> Report:
        done: list[CheckReport] = []
        # A function of the learner's may keep a fake tensor, and a later check would meet it.
        for spec in sorted(specs, key=_asks_for_a_fake_gpu):
            try:
                done.append(self.one(spec))
            except OutOfTimeError as error:
                return Report(checks=tuple(done), end=End.TIMEOUT, overrun=error.overrun)
            except RemoteGoneError:
                return Report(checks=tuple(done), end=End.GONE)
            except RemoteForgedError as error:
                return Report(checks=tuple(done), end=End.FORGED, detail=str(error))
        return Report(checks=tuple(done), end=End.FINISHED)

    def one(self, spec: CheckSpec) -> CheckReport:
        try:
            spec.function(self.learner, self.case(spec))
        except CheckFailed as failure:
            return CheckReport(spec.id, Verdict.WA, failure.message)
        except RemoteError as error:
            verdict = Verdict.MLE if error.out_of_memory else Verdict.RTE
            return CheckReport(spec.id, verdict, raised_text(error))
        except ForbiddenCallError as error:
            return CheckReport(spec.id, Verdict.FORBIDDEN, words("forbidden_call", name=str(error)))
        except (OutOfTimeError, RemoteGoneError, RemoteForgedError):
            raise
        except BaseException as error:  # noqa: BLE001 - the border: whatever an author's check raises
            return self._whose_fault(spec, error)
        return CheckReport(spec.id, Verdict.AC)

    def _whose_fault(self, spec: CheckSpec, error: BaseException) -> CheckReport:
        """JE where the check breaks with the reference too; else the learner's value did not fit.

        A student edition has no reference; that its checks break with none was proved when it was made.
        """
        text = f"{type(error).__name__}: {error}"
        if not self.job.reference:
            return CheckReport(spec.id, Verdict.WA, words("unusable", error=text))
        try:
            spec.function(_reference_learner(self.job), self.case(spec))
        except BaseException:  # noqa: BLE001 - any failure of the reference is ours
            return CheckReport(spec.id, Verdict.JE, words("check_broken", error=text))
        return CheckReport(spec.id, Verdict.WA, words("unusable", error=text))

    def case(self, spec: CheckSpec) -> Case:
        return Case(seed=derive_seed(self.job.seed, f"check:{spec.id}"), device=self.job.device)


def _asks_for_a_fake_gpu(spec: CheckSpec) -> bool:
    code = getattr(spec.function, "__code__", None)
    return code is not None and "on_fake_gpu" in code.co_names


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """An exercise's checks against its own reference, all in this process."""

    job: JudgeJob

    def play(self) -> None:
        """Run every check once; one that does not pass raises."""
        run = _Run(self.job, _reference_learner(self.job))
        for spec in collect(load_module(self.job.checks, name="checks", filename=CHECKS_FILE)):
            spec.function(run.learner, run.case(spec))


def _reference_learner(job: JudgeJob) -> Learner:
    """The reference solution behind the same handles, in this very process: it is our own code."""
    namespace = load_module(job.reference, name="reference", filename=_REFERENCE_FILE)
    host = Host(namespace=namespace, fixtures=load_fixtures(job.fixtures), filename=_REFERENCE_FILE, device=job.device)
    return Learner(Channel(_Loopback(host), device=job.device), source=job.reference)


@dataclass(frozen=True, slots=True)
class _Loopback:
    """Answers in the same process."""

    host: Host

    def exchange(self, request: bytes) -> bytes:
        return self.host.answer(request)
