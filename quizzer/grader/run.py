"""One run on the fork server: who gets which descriptor, what comes back, and what is given up when."""

from __future__ import annotations

import contextlib
import os
import selectors
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from quizzer.domain.errors import JudgeError
from quizzer.domain.exercise import Limits
from quizzer.grader.devices import CPU, SETUP_S
from quizzer.grader.frames import Closed, FrameError, receive_json, send_json
from quizzer.grader.orders import Order
from quizzer.grader.process import ForkServer, ServerLost
from quizzer.grader.report import End, Report
from quizzer.grader.sandbox.limits import ChildLimits

_JUDGE_MEMORY_MIB = 2048
_JUDGE_ALLOWANCE_S = 20.0
_ANSWER_S = 150.0
_MARGIN_S = 10.0
_CHUNK = 65536
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ended:
    """How one child of a run ended, as the fork server saw it."""

    role: str
    stopped: bool
    exit_status: int | None
    signal: int | None
    cpu_s: float
    peak_rss_kib: int


@dataclass(frozen=True, slots=True)
class RunFacts:
    """Everything known of a run, before anybody judges what it means.

    ``members`` is empty where the report alone says it all: then nobody waited for the children's ends.
    """

    report: Report | None
    isolation: str
    deadline: bool
    overflow: bool
    output: bytes
    members: Mapping[str, Ended]
    limits: Limits


def once_more_if_lost(run: Callable[Concatenate[ForkServer, P], T]) -> Callable[Concatenate[ForkServer, P], T]:
    """Do a run again, once, where the server that it used was another command's and went away."""

    @wraps(run)
    def ran(server: ForkServer, /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return run(server, *args, **kwargs)
        except ServerLost:
            if not server.renew():
                raise
            return run(server, *args, **kwargs)

    return ran


@once_more_if_lost
def run_grade(
    server: ForkServer,
    *,
    judge_job: dict[str, Any],
    submission_job: dict[str, Any],
    limits: Limits,
    device: str = CPU,
    own: bool = False,
) -> tuple[RunFacts, Pair]:
    """Judge one submission in a judge process and a submission process of its own.

    The pair is the caller's to close; while it ``can_go_on`` it judges the same submission on other seeds.
    """
    pair = Pair(server, limits, device=device, own=own)
    try:
        return pair.begin(judge_job, submission_job), pair
    except BaseException:
        pair.close()
        raise


class Pair:
    """A judge process and a submission process, joined by a socket, for one submission and one seed after another.

    Neither job passes through the fork server: each goes over a socket of its own to the child that needs it.
    """

    def __init__(self, server: ForkServer, limits: Limits, *, device: str, own: bool) -> None:
        self._server = server
        self._limits = limits
        self._device = device
        self._own = own
        self._began = time.monotonic()
        self._isolation = ""
        self._good = False
        self._judge, judge_theirs = socket.socketpair()
        self._submission, submission_theirs = socket.socketpair()
        wire_judge, wire_submission = socket.socketpair()
        output_ours, output_theirs = os.pipe()
        os.set_blocking(output_ours, False)
        self._output = os.fdopen(output_ours, "rb", buffering=0)
        sent = [judge_theirs, wire_judge, submission_theirs, wire_submission]
        self._theirs = [*(end.detach() for end in sent), output_theirs]
        self._connection: socket.socket | None = None

    @property
    def can_go_on(self) -> bool:
        """Whether another run would be believed, and the limits, which are those of one, leave room for it."""
        return self._good and time.monotonic() - self._began < self._limits.run_s / 2

    def close(self) -> None:
        """End both processes, if they have not ended."""
        for end in (self._connection, self._judge, self._submission, self._output):
            if end is not None:
                end.close()
        while self._theirs:
            os.close(self._theirs.pop())

    def begin(self, judge_job: dict[str, Any], submission_job: dict[str, Any]) -> RunFacts:
        """Judge the submission on the seed of its jobs."""
        self._connection = connection = self._server.connect()
        theirs, self._theirs = self._theirs, []
        _send(self._server, connection, _request(self._limits, self._device), theirs)
        _deliver(self._submission, submission_job)
        _deliver(self._judge, judge_job)
        self._isolation = _answer(self._server, connection)["isolation"]
        collector = _Collector(self._output, cap=self._limits.output_kib * 1024)
        report = self._listen(collector, connection)
        if report is not None and report.end is End.FINISHED:
            self._good = report.passed or self._own
            return self._facts(report, collector)
        if collector.overflow:
            connection.shutdown(socket.SHUT_WR)
        ended = _answer(self._server, connection)
        collector.drain()
        members = {str(item["role"]): Ended(**item) for item in ended["members"]}
        return self._facts(report, collector, deadline=bool(ended["deadline"]), members=members)

    def again(self, seed: int) -> RunFacts | None:
        """Judge the submission on another seed, loaded afresh; None unless it passed.

        A pair that has judged before may fail for what an earlier run left behind, so its failures say nothing; those
        of an author's ``own`` solutions, which leave nothing behind on purpose, are believed.
        """
        assert self._connection is not None
        _deliver(self._judge, {"seed": seed})
        collector = _Collector(self._output, cap=self._limits.output_kib * 1024)
        report = self._listen(collector, self._connection)
        self._good = report is not None and report.end is End.FINISHED and (report.passed or self._own)
        return self._facts(report, collector) if self._good else None

    def _listen(self, collector: _Collector, connection: socket.socket) -> Report | None:
        """The judge's report, with what the submission printed up to it collected; None where there is none."""
        collector.until_readable(connection, self._judge, timeout_s=self._limits.run_s + _JUDGE_ALLOWANCE_S + _MARGIN_S)
        report = None if collector.overflow else _report(self._judge)
        if report is not None and report.end is End.FINISHED:
            collector.drain()
        return None if collector.overflow else report

    def _facts(
        self,
        report: Report | None,
        collector: _Collector,
        *,
        deadline: bool = False,
        members: Mapping[str, Ended] | None = None,
    ) -> RunFacts:
        return RunFacts(
            report, self._isolation, deadline=deadline, overflow=collector.overflow, output=bytes(collector.kept),
            members=members or {}, limits=self._limits,
        )  # fmt: skip


def _judge_s(limits: Limits, device: str) -> float:
    """Seconds that a whole run may take, both sides set up."""
    return limits.run_s + _JUDGE_ALLOWANCE_S + 2 * SETUP_S[device]


def _request(limits: Limits, device: str) -> dict[str, Any]:
    judge_s, setup_s = _judge_s(limits, device), SETUP_S[device]
    judge = Order("judge", _child_limits(_JUDGE_MEMORY_MIB, judge_s), sockets=(0, 1), device=device)
    inner = _child_limits(limits.memory_mib, limits.run_s + 5 + setup_s, file_mib=limits.file_mib)
    submission = Order("submission", inner, sockets=(2, 3), output=4, device=device)
    return {"run_s": judge_s, "members": [judge.plain(), submission.plain()]}


@once_more_if_lost
def run_alone(
    server: ForkServer, *, role: str, job: dict[str, Any], limits: Limits, device: str = CPU
) -> dict[str, Any]:
    """Run one locked-down child that answers a job with one JSON object."""
    ours, theirs = socket.socketpair()
    order = Order(role, _child_limits(limits.memory_mib, limits.run_s + 1), sockets=(0,), device=device)
    with ours, server.connect() as connection:
        _send(server, connection, {"run_s": limits.run_s, "members": [order.plain()]}, [theirs.detach()])
        _deliver(ours, job)
        _answer(server, connection)
        ended = _answer(server, connection)
        try:
            answer = receive_json(ours, deadline=time.monotonic() + 1)
        except (Closed, FrameError, TimeoutError, OSError):
            why = "it took too long" if ended["deadline"] else "its process ended"
            return {"error": why}
    return dict(answer) if isinstance(answer, dict) else {"error": "no answer"}


def _child_limits(memory_mib: int, cpu_s: float, *, file_mib: int = 0) -> ChildLimits:
    return ChildLimits(memory_mib=memory_mib, cpu_s=int(cpu_s) + 1, file_mib=file_mib)


def _send(server: ForkServer, connection: socket.socket, request: dict[str, Any], descriptors: list[int]) -> None:
    """Send a request with descriptors, which are closed here: they belong to the children now."""
    try:
        send_json(connection, request, descriptors=descriptors)
    except OSError:
        raise server.failure() from None
    finally:
        for descriptor in descriptors:
            os.close(descriptor)


def _deliver(connection: socket.socket, job: dict[str, Any]) -> None:
    """Hand a job to a child; one that is already gone will be seen in how the run ends."""
    with contextlib.suppress(OSError):
        connection.settimeout(_ANSWER_S)
        send_json(connection, job)


def _answer(server: ForkServer, connection: socket.socket) -> dict[str, Any]:
    try:
        answer = receive_json(connection, deadline=time.monotonic() + _ANSWER_S)
    except (Closed, FrameError, OSError):
        raise server.failure() from None
    if not isinstance(answer, dict):
        raise JudgeError("the judge's server answered something unknown")
    return answer


def _report(connection: socket.socket) -> Report | None:
    try:
        return Report.parse(receive_json(connection, deadline=time.monotonic() + 1))
    except (Closed, FrameError, TimeoutError, OSError):
        return None


class _Collector:
    """Reads what the submission prints while the run goes on, keeps the beginning, notices a flood."""

    def __init__(self, output: Any, *, cap: int) -> None:
        self._output = output
        self._cap = cap
        self.kept = bytearray()
        self.overflow = False

    def until_readable(self, *sources: socket.socket, timeout_s: float) -> None:
        """Collect until one of ``sources`` has something to say, or the submission has said too much."""
        deadline = time.monotonic() + timeout_s
        with selectors.DefaultSelector() as selector:
            for source in (*sources, self._output):
                selector.register(source, selectors.EVENT_READ, source)
            while not self.overflow and time.monotonic() < deadline:
                for key, _ in selector.select(deadline - time.monotonic()):
                    if key.data is not self._output:
                        return
                    if not self._take():
                        selector.unregister(self._output)

    def drain(self) -> None:
        """Take what is left in the pipe after the end."""
        while not self.overflow and self._take():
            pass

    def _take(self) -> bool:
        chunk = self._output.read(_CHUNK)
        if not chunk:
            return False
        self.kept += chunk[: self._cap - len(self.kept)]
        self.overflow = len(self.kept) >= self._cap
        return True
