"""One run on the fork server: who gets which descriptor, what comes back, and what is given up when."""

from __future__ import annotations

import contextlib
import os
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from quizzer.domain.exercise import Limits
from quizzer.grader.clocks import MOST_TIMES, Clock, packed
from quizzer.grader.collector import Collector
from quizzer.grader.compiling import CHECKS_FILE
from quizzer.grader.compiling import packed as packed_code
from quizzer.grader.devices import CPU, SETUP_S
from quizzer.grader.frames import Closed, FrameError, receive_json
from quizzer.grader.messages import (
    JUDGE_MEMORY_MIB,
    Ended,
    child_limits,
    deliver,
    judge_s,
    receive_answer,
    receive_beginning,
    receive_report,
    send_request,
)
from quizzer.grader.orders import Order
from quizzer.grader.process import ForkServer, ServerLost
from quizzer.grader.report import End, Report
from quizzer.grader.seat import Seat

_MARGIN_S = 10.0
P = ParamSpec("P")
T = TypeVar("T")


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
    seat: Seat | None = None,
    submissions: int = 1,
) -> tuple[RunFacts, Pair]:
    """Judge one submission in a submission process of its own, and in a judge process of its own or in ``seat``'s.

    ``submissions`` says for how many, of an author's own, the process's time should do.

    The pair is the caller's to close; while it ``can_go_on`` it judges the same submission on other seeds.
    """
    pair = Pair(server, limits, device=device, own=own, seat=seat, submissions=submissions)
    try:
        return pair.begin(judge_job, submission_job), pair
    except BaseException:
        pair.close()
        raise


class Pair:
    """A judge process and a submission process, joined by a socket, for one submission and one seed after another.

    Neither job passes through the fork server: each goes over a socket of its own to the child that needs it.
    """

    def __init__(
        self, server: ForkServer, limits: Limits, *, device: str, own: bool, seat: Seat | None, submissions: int
    ) -> None:
        self._server = server
        self._limits = limits
        self._device = device
        self._own = own
        self._seat = seat
        self._submissions = submissions
        self._began = time.monotonic()
        self._isolation = ""
        self._good = False
        self._submission, submission_theirs = socket.socketpair()
        self._wire, wire_submission = socket.socketpair()
        output_ours, output_theirs = os.pipe()
        os.set_blocking(output_ours, False)
        self._output = os.fdopen(output_ours, "rb", buffering=0)
        self._theirs = [submission_theirs.detach(), wire_submission.detach(), output_theirs]
        if seat is None:
            self._judge, judge_theirs = socket.socketpair()
            self._theirs += [judge_theirs.detach(), self._wire.detach()]
        else:
            self._judge = seat.control
        self._connection: socket.socket | None = None

    @property
    def can_go_on(self) -> bool:
        """Whether another run would be believed, and the limits, which are those of one, leave room for it."""
        return self._good and time.monotonic() - self._began < self._limits.run_s * self._submissions / 2

    def close(self) -> None:
        """End the processes that are this pair's own, if they have not ended."""
        for end in (self._connection, self._submission, self._wire, self._output):
            if end is not None:
                end.close()
        if self._seat is None:
            self._judge.close()
        while self._theirs:
            os.close(self._theirs.pop())

    def begin(self, judge_job: dict[str, Any], submission_job: dict[str, Any]) -> RunFacts:
        """Judge the submission on the seed of its jobs."""
        self._connection = connection = self._server.connect()
        theirs, self._theirs = self._theirs, []
        request = _request(
            self._limits, self._device, seated=self._seat is not None, submissions=self._submissions
        )  # fmt: skip
        send_request(self._server, connection, request, theirs)
        deliver(self._submission, submission_job)
        if self._seat is None:
            # It reads what it is to do while the fork server still answers; nor need it compile what is known here.
            code = packed_code(judge_job["checks"], CHECKS_FILE)
            deliver(self._judge, {**judge_job, "code": code})
        begun = receive_beginning(self._server, connection)
        self._isolation = begun.isolation
        try:
            self._brief(judge_job, begun.clocks)
        finally:
            for clock in begun.clocks.values():
                clock.close()
        collector = Collector(self._output, cap=self._limits.output_kib * 1024)
        report = self._listen(collector, connection)
        if report is not None and report.end is End.FINISHED:
            self._good = report.passed or self._own
            return self._facts(report, collector)
        return self._ended(report, collector, connection)

    def _brief(self, job: dict[str, Any], clocks: Mapping[str, Clock]) -> None:
        """Hand the judge the clocks that only it looks at, and a seat's the ``job`` with them."""
        if self._seat is None:
            names, files = packed(clocks)
            deliver(self._judge, {"clocks": names}, descriptors=files)
        else:
            self._seat.judge(job, self._wire, submission=clocks.get("submission"))

    def _ended(self, report: Report | None, collector: Collector, connection: socket.socket) -> RunFacts:
        """A run that came to no good end: how its processes ended says why."""
        members = self._end_unheard(report)
        if collector.overflow or self._seat is not None:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_WR)
        ended = receive_answer(self._server, connection)
        collector.drain()
        members |= {str(item["role"]): Ended(**item) for item in ended["members"]}
        return self._facts(report, collector, deadline=collector.in_vain or bool(ended["deadline"]), members=members)

    def _end_unheard(self, report: Report | None) -> dict[str, Ended]:
        """End a seat's judge that was not heard out: it would give this run's report to the next; how it ended."""
        return {"judge": self._seat.end()} if self._seat is not None and report is None else {}

    def again(self, seed: int, *, only: str | None = None, loads: Mapping[str, str] | None = None) -> RunFacts | None:
        """Judge the submission on another seed, loaded afresh, by all checks or one; None unless it passed.

        ``loads`` has the source and the file name of another submission that takes its place.

        A pair that has judged before may fail for what an earlier run left behind, so its failures say nothing; those
        of an author's ``own`` solutions, which leave nothing behind on purpose, are believed.
        """
        assert self._connection is not None
        deliver(self._judge, {"seed": seed, "only": only, "loads": loads})
        collector = Collector(self._output, cap=self._limits.output_kib * 1024)
        report = self._listen(collector, self._connection)
        self._end_unheard(report)
        self._good = report is not None and report.end is End.FINISHED and (report.passed or self._own)
        return self._facts(report, collector) if self._good else None

    def _listen(self, collector: Collector, connection: socket.socket) -> Report | None:
        """The judge's report, with what the submission printed up to it collected; None where there is none."""
        # Beside a seat, the submission's end is not yet the run's: the judge will tell what it makes of it.
        run = connection if self._seat is None else self._seat.connection
        seconds = judge_s(self._limits, self._device)
        # The fork server ends a run; a seat's run has many in it. What is given up there is judged again without one.
        timeout_s = MOST_TIMES * seconds * self._submissions if self._seat is None else seconds
        collector.until_readable(run, self._judge, timeout_s=timeout_s + _MARGIN_S)
        report = None if collector.overflow else receive_report(self._judge)
        if report is not None and report.end is End.FINISHED:
            collector.drain()
        return None if collector.overflow else report

    def _facts(
        self,
        report: Report | None,
        collector: Collector,
        *,
        deadline: bool = False,
        members: Mapping[str, Ended] | None = None,
    ) -> RunFacts:
        return RunFacts(
            report, self._isolation, deadline=deadline, overflow=collector.overflow, output=bytes(collector.kept),
            members=members or {}, limits=self._limits,
        )  # fmt: skip


def _request(limits: Limits, device: str, *, seated: bool, submissions: int) -> dict[str, Any]:
    seconds = judge_s(limits, device) * submissions
    cpu_s = (limits.run_s + 5) * submissions + SETUP_S[device]
    inner = child_limits(limits.memory_mib, cpu_s, file_mib=limits.file_mib)
    members = [Order("submission", inner, sockets=(0, 1), output=2, device=device)]
    if not seated:
        members.insert(0, Order("judge", child_limits(JUDGE_MEMORY_MIB, seconds), sockets=(3, 4), device=device))
    return {"run_s": seconds, "members": [member.plain() for member in members]}


@once_more_if_lost
def run_alone(
    server: ForkServer, *, role: str, job: dict[str, Any], limits: Limits, device: str = CPU
) -> dict[str, Any]:
    """Run one locked-down child that answers a job with one JSON object."""
    ours, theirs = socket.socketpair()
    inner = child_limits(limits.memory_mib, limits.run_s + 1, file_mib=limits.file_mib)
    order = Order(role, inner, sockets=(0,), device=device)
    with ours, server.connect() as connection:
        send_request(server, connection, {"run_s": limits.run_s, "members": [order.plain()]}, [theirs.detach()])
        deliver(ours, job)
        receive_answer(server, connection)
        ended = receive_answer(server, connection, within_s=MOST_TIMES * limits.run_s + _MARGIN_S)
        try:
            answer = receive_json(ours, deadline=time.monotonic() + 1)
        except (Closed, FrameError, TimeoutError, OSError):
            why = "it took too long" if ended["deadline"] else "its process ended"
            return {"error": why}
    return dict(answer) if isinstance(answer, dict) else {"error": "no answer"}
