"""What goes over a run's connection to the fork server and over the sockets to its children."""

from __future__ import annotations

import contextlib
import os
import socket
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizzer.domain.errors import JudgeError
from quizzer.domain.exercise import Limits
from quizzer.grader.clocks import Clock, unpacked
from quizzer.grader.devices import SETUP_S
from quizzer.grader.frames import (
    Closed,
    FrameError,
    parse_json,
    receive_json,
    receive_with_descriptors,
    send_json,
)
from quizzer.grader.process import ForkServer
from quizzer.grader.report import Report
from quizzer.grader.sandbox.limits import ChildLimits

JUDGE_MEMORY_MIB = 2048
JUDGE_ALLOWANCE_S = 20.0
_ANSWER_S = 150.0
_REPORT_S = 10.0
_UNKNOWN = "the judge's server answered something unknown"


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
    """Seconds that a whole run may take, both sides set up, on a machine that has nothing else to do."""
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


def deliver(connection: socket.socket, job: dict[str, Any], *, descriptors: Sequence[int] = ()) -> None:
    """Hand a job to a child; one that is already gone will be seen in how the run ends."""
    with contextlib.suppress(OSError):
        connection.settimeout(_ANSWER_S)
        send_json(connection, job, descriptors=descriptors)


@dataclass(frozen=True, slots=True)
class Begun:
    """What the fork server says when a run has begun; the clocks, by role, are the receiver's to close."""

    isolation: str
    warm: bool
    clocks: Mapping[str, Clock]


def receive_beginning(server: ForkServer, connection: socket.socket) -> Begun:
    """The fork server's answer to a request; raises its failure where there is none."""
    try:
        connection.settimeout(_ANSWER_S)
        payload, descriptors = receive_with_descriptors(connection)
        answer = _known(parse_json(payload))
        return Begun(answer["isolation"], bool(answer["warm"]), unpacked(answer["clocks"], descriptors))
    except (Closed, FrameError, OSError):
        raise server.failure() from None
    except (KeyError, ValueError) as error:
        raise JudgeError(_UNKNOWN) from error


def receive_answer(
    server: ForkServer, connection: socket.socket, *, within_s: float = _ANSWER_S
) -> dict[str, Any]:  # fmt: skip
    """What the fork server says next; raises its failure where it says nothing."""
    try:
        return _known(receive_json(connection, deadline=time.monotonic() + within_s))
    except (Closed, FrameError, OSError):
        raise server.failure() from None


def _known(answer: object) -> dict[str, Any]:
    if not isinstance(answer, dict):
        raise JudgeError(_UNKNOWN)
    return answer


def receive_report(connection: socket.socket) -> Report | None:
    """What a judge process sent; None where it sent nothing, or nothing that is a report."""
    try:
        return Report.parse(receive_json(connection, deadline=time.monotonic() + _REPORT_S))
    except (Closed, FrameError, TimeoutError, OSError):
        return None
