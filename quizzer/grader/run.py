"""One run on the fork server: who gets which descriptor, what comes back, and what is given up when."""

from __future__ import annotations

import contextlib
import os
import selectors
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quizzer.domain.errors import JudgeError
from quizzer.domain.exercise import Limits
from quizzer.grader.frames import Closed, FrameError, receive_json, send_json
from quizzer.grader.process import ServerProcess
from quizzer.grader.report import Report

_JUDGE_MEMORY_MIB = 2048
_JUDGE_ALLOWANCE_S = 20.0
_ANSWER_S = 150.0
_CHUNK = 65536


@dataclass(frozen=True, slots=True)
class Ended:
    """How one child of a run ended, as the fork server saw it."""

    role: str
    isolation: str
    stopped: bool
    exit_status: int | None
    signal: int | None
    cpu_s: float
    peak_rss_kib: int


@dataclass(frozen=True, slots=True)
class RunFacts:
    """Everything known of a run, before anybody judges what it means."""

    report: Report | None
    deadline: bool
    overflow: bool
    output: bytes
    members: Mapping[str, Ended]
    limits: Limits


def run_grade(
    server: ServerProcess, *, judge_job: dict[str, Any], submission_job: dict[str, Any], limits: Limits
) -> RunFacts:
    """Judge one submission: a judge process and a submission process joined by a socket.

    Neither job passes through the fork server: each goes over a socket of its own to the child that needs it.
    """
    judge_ours, judge_theirs = socket.socketpair()
    submission_ours, submission_theirs = socket.socketpair()
    wire_judge, wire_submission = socket.socketpair()
    output_ours, output_theirs = os.pipe()
    theirs = [
        judge_theirs.detach(), wire_judge.detach(), submission_theirs.detach(), wire_submission.detach(), output_theirs
    ]  # fmt: skip
    request = {
        "run_s": limits.run_s + _JUDGE_ALLOWANCE_S,
        "members": [
            _member("judge", sockets=[0, 1], memory_mib=_JUDGE_MEMORY_MIB, cpu_s=limits.run_s + _JUDGE_ALLOWANCE_S),
            _member(
                "submission", sockets=[2, 3], memory_mib=limits.memory_mib, cpu_s=limits.run_s + 5,
                file_mib=limits.file_mib, output=4, scratch=True,
            ),
        ],
    }  # fmt: skip
    with judge_ours, submission_ours, os.fdopen(output_ours, "rb", buffering=0) as output:
        with server.connect() as connection:
            try:
                _send(server, connection, request, theirs)
            finally:
                for descriptor in theirs:
                    os.close(descriptor)
            _deliver(submission_ours, submission_job)
            _deliver(judge_ours, judge_job)
            collector = _Collector(output, cap=limits.output_kib * 1024)
            collector.until_readable(connection, timeout_s=_ANSWER_S)
            if collector.overflow:
                connection.shutdown(socket.SHUT_WR)
            ended = _ending(server, connection)
        collector.drain()
        report = None if collector.overflow else _report(judge_ours)
    members = {str(item["role"]): Ended(**item) for item in ended["members"]}
    return RunFacts(report, bool(ended["deadline"]), collector.overflow, bytes(collector.kept), members, limits)


def run_alone(server: ServerProcess, *, role: str, job: dict[str, Any], limits: Limits) -> dict[str, Any]:
    """Run one locked-down child that answers a job with one JSON object."""
    ours, theirs = socket.socketpair()
    request = {
        "run_s": limits.run_s,
        "members": [_member(role, sockets=[0], memory_mib=limits.memory_mib, cpu_s=limits.run_s + 1)],
    }
    descriptor = theirs.detach()
    with ours, server.connect() as connection:
        try:
            _send(server, connection, request, [descriptor])
        finally:
            os.close(descriptor)
        _deliver(ours, job)
        ended = _ending(server, connection)
        try:
            answer = receive_json(ours, deadline=time.monotonic() + 1)
        except (Closed, FrameError, TimeoutError, OSError):
            why = "it took too long" if ended["deadline"] else "its process ended"
            return {"error": why}
    return dict(answer) if isinstance(answer, dict) else {"error": "no answer"}


def _member(
    role: str,
    *,
    sockets: list[int],
    memory_mib: int,
    cpu_s: float,
    file_mib: int = 0,
    output: int | None = None,
    scratch: bool = False,
) -> dict[str, Any]:
    limits = {"memory_mib": memory_mib, "cpu_s": int(cpu_s) + 1, "file_mib": file_mib}
    return {"role": role, "limits": limits, "sockets": sockets, "output": output, "scratch": scratch}


def _send(server: ServerProcess, connection: socket.socket, request: dict[str, Any], descriptors: list[int]) -> None:
    try:
        send_json(connection, request, descriptors=descriptors)
    except OSError:
        raise server.failure() from None


def _deliver(connection: socket.socket, job: dict[str, Any]) -> None:
    """Hand a job to a child; one that is already gone will be seen in how the run ends."""
    with contextlib.suppress(OSError):
        connection.settimeout(_ANSWER_S)
        send_json(connection, job)


def _ending(server: ServerProcess, connection: socket.socket) -> dict[str, Any]:
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

    def until_readable(self, connection: socket.socket, *, timeout_s: float) -> None:
        """Collect until the server has something to say, or the submission has said too much."""
        os.set_blocking(self._output.fileno(), False)
        deadline = time.monotonic() + timeout_s
        with selectors.DefaultSelector() as selector:
            selector.register(connection, selectors.EVENT_READ, connection)
            selector.register(self._output, selectors.EVENT_READ, self._output)
            while not self.overflow and time.monotonic() < deadline:
                for key, _ in selector.select(deadline - time.monotonic()):
                    if key.data is connection:
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
