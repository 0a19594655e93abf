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
) -> RunFacts:
    """Judge one submission: a judge process and a submission process joined by a socket.

    Neither job passes through the fork server: each goes over a socket of its own to the child that needs it.
    """
    judge_ours, judge_theirs = socket.socketpair()
    submission_ours, submission_theirs = socket.socketpair()
    wire_judge, wire_submission = socket.socketpair()
    output_ours, output_theirs = os.pipe()
    sent = [judge_theirs, wire_judge, submission_theirs, wire_submission]
    theirs = [*(end.detach() for end in sent), output_theirs]
    with judge_ours, submission_ours, os.fdopen(output_ours, "rb", buffering=0) as output:
        with server.connect() as connection:
            _send(server, connection, _request(limits, device), theirs)
            _deliver(submission_ours, submission_job)
            _deliver(judge_ours, judge_job)
            isolation = _answer(server, connection)["isolation"]
            collector = _Collector(output, cap=limits.output_kib * 1024)
            collector.until_readable(connection, judge_ours, timeout_s=_ANSWER_S)
            report = None if collector.overflow else _report(judge_ours)
            if report is not None and report.end is End.FINISHED:
                collector.drain()
                report = None if collector.overflow else report
                return RunFacts(
                    report, isolation, deadline=False, overflow=collector.overflow, output=bytes(collector.kept),
                    members={}, limits=limits,
                )  # fmt: skip
            if collector.overflow:
                connection.shutdown(socket.SHUT_WR)
            ended = _answer(server, connection)
        collector.drain()
    members = {str(item["role"]): Ended(**item) for item in ended["members"]}
    return RunFacts(
        report, isolation, deadline=bool(ended["deadline"]), overflow=collector.overflow,
        output=bytes(collector.kept), members=members, limits=limits,
    )  # fmt: skip


def _request(limits: Limits, device: str) -> dict[str, Any]:
    setup_s = SETUP_S[device]
    judge_s = limits.run_s + _JUDGE_ALLOWANCE_S + 2 * setup_s
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
        os.set_blocking(self._output.fileno(), False)
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
