"""What goes over a run's connection to the fork server and over the sockets to its children."""

from __future__ import annotations

import contextlib
import os
import socket
import time
from dataclasses import dataclass
from typing import Any

from quizzer.domain.errors import JudgeError
from quizzer.domain.exercise import Limits
from quizzer.grader.devices import SETUP_S
from quizzer.grader.frames import Closed, FrameError, receive_json, send_json
from quizzer.grader.process import ForkServer
from quizzer.grader.report import Report
from quizzer.grader.sandbox.limits import ChildLimits

JUDGE_MEMORY_MIB = 2048
JUDGE_ALLOWANCE_S = 20.0
_ANSWER_S = 150.0


@dataclass(frozen=True, slots=True)
class Ended:
    """How one child of a run ended, as the fork server saw it; ``peak_rss_kib`` counts above what it inherited."""

    role: str
    stopped: bool
    exit_status: int | None
    signal: int | None
    cpu_s: float
    peak_rss_kib: int


def judge_s(limits: Limits, device: str) -> float:
    """Seconds that a whole run may take, both sides set up."""
    return limits.run_s + JUDGE_ALLOWANCE_S + 2 * SETUP_S[device]


def child_limits(memory_mib: int, cpu_s: float, *, file_mib: int = 0) -> ChildLimits:
    """Limits with whole seconds, rounded up."""
    return ChildLimits(memory_mib=memory_mib, cpu_s=int(cpu_s) + 1, file_mib=file_mib)


def send_request(
    server: ForkServer, connection: socket.socket, request: dict[str, Any], descriptors: list[int]
) -> None:
    """Send a request with descriptors, which are closed here: they belong to the children now."""
    try:
        send_json(connection, request, descriptors=descriptors)
    except OSError:
        raise server.failure() from None
    finally:
        for descriptor in descriptors:
            os.close(descriptor)


def deliver(connection: socket.socket, job: dict[str, Any]) -> None:
    """Hand a job to a child; one that is already gone will be seen in how the run ends."""
    with contextlib.suppress(OSError):
        connection.settimeout(_ANSWER_S)
        send_json(connection, job)


def receive_answer(server: ForkServer, connection: socket.socket) -> dict[str, Any]:
    """What the fork server says next; raises its failure where it says nothing."""
    try:
        answer = receive_json(connection, deadline=time.monotonic() + _ANSWER_S)
    except (Closed, FrameError, OSError):
        raise server.failure() from None
    if not isinstance(answer, dict):
        raise JudgeError("the judge's server answered something unknown")
    return answer


def receive_report(connection: socket.socket) -> Report | None:
    """What a judge process sent; None where it sent nothing, or nothing that is a report."""
    try:
        return Report.parse(receive_json(connection, deadline=time.monotonic() + 1))
    except (Closed, FrameError, TimeoutError, OSError):
        return None
