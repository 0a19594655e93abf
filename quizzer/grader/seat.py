"""Judge processes that stay: one judges many submissions of one exercise, one after another.

Every submission still has a process of its own, so nothing of it meets another's; what stays is the author's code and
our own. What a used judge process cannot answer for (a check that breaks, an end without a report) is judged again
beside a fresh one, see ``grader/sitting.py``.
"""

from __future__ import annotations

import contextlib
import socket
from threading import Lock
from typing import Any, TypeAlias

from quizzer.domain.exercise import Exercise
from quizzer.grader.clocks import Clock, packed
from quizzer.grader.frames import send_json
from quizzer.grader.messages import (
    JUDGE_MEMORY_MIB,
    Ended,
    child_limits,
    judge_s,
    receive_answer,
    receive_beginning,
    send_request,
)
from quizzer.grader.orders import Order
from quizzer.grader.process import ForkServer

_MOST_SUBMISSIONS = 64
_MOST_OF_A_COLD_ONE = 4
"""A judge that was forked before the server was warm pays for what was still missing with every submission."""
_MOST_FREE = 12
"""As many exercises as a class may hand in at once, at about 11 MiB each."""
_CPU_S = 1200.0

_Subject: TypeAlias = tuple[str, str, str | None, str]


def _subject(exercise: Exercise, device: str) -> _Subject:
    """What a judge process is bound to: no author's code may run where another's has run."""
    return exercise.checks_source, exercise.reference, exercise.fixtures_source, device


class Seat:
    """A judge process, and the connection that it lives for."""

    def __init__(self, server: ForkServer, exercise: Exercise, *, device: str) -> None:
        self._server = server
        self.subject = _subject(exercise, device)
        self.judged = 0
        self.ended = False
        self._clock: Clock | None = None
        self.connection = server.connect()
        self.control, theirs = socket.socketpair()
        order = Order("bench", child_limits(JUDGE_MEMORY_MIB, _CPU_S), sockets=(0,), device=device)
        seconds = judge_s(exercise.limits, device) * _MOST_SUBMISSIONS
        try:
            send_request(server, self.connection, {"run_s": seconds, "members": [order.plain()]}, [theirs.detach()])
            begun = receive_beginning(server, self.connection)
        except BaseException:
            self.close()
            raise
        self._clock = begun.clocks.get("bench")
        self._most = _MOST_SUBMISSIONS if begun.warm else _MOST_OF_A_COLD_ONE

    @property
    def can_go_on(self) -> bool:
        """Whether another submission may be brought before this judge."""
        return not self.ended and self.judged < self._most

    def judge(self, job: dict[str, Any], wire: socket.socket, *, submission: Clock | None) -> None:
        """Bring a submission before it; ``wire``, which leads to the submission, is closed here, its clock is not."""
        self.judged += 1
        clocks, files = packed({"submission": submission, "judge": self._clock})
        # A judge that is gone will be seen in what does not come.
        with wire, contextlib.suppress(OSError):
            self.control.settimeout(None)
            send_json(self.control, {"job": job, "clocks": clocks}, descriptors=[wire.fileno(), *files])

    def end(self) -> Ended:
        """End the process; how it ended."""
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_WR)
        try:
            told = receive_answer(self._server, self.connection)
        finally:
            self.close()
        return Ended(**told["members"][0])

    def close(self) -> None:
        """Let go of it; the fork server ends what still runs."""
        self.ended = True
        if self._clock is not None:
            self._clock.close()
            self._clock = None
        self.connection.close()
        self.control.close()


class Seats:
    """The judge processes of one fork server that are free just now; for use from any thread."""

    def __init__(self, server: ForkServer) -> None:
        self._server = server
        self._free: list[Seat] = []
        self._lock = Lock()

    def take(self, exercise: Exercise, *, device: str) -> Seat:
        """A free judge process of this exercise, or a new one; to be given back."""
        subject = _subject(exercise, device)
        with self._lock:
            for seat in self._free:
                if seat.subject == subject:
                    self._free.remove(seat)
                    return seat
        return Seat(self._server, exercise, device=device)

    def give_back(self, seat: Seat) -> None:
        """Keep it for the next submission, if it is good for one."""
        with self._lock:
            self._free.append(seat)
            unused = [old for old in self._free if not old.can_go_on]
            unused += [old for old in self._free if old.can_go_on][:-_MOST_FREE]
            self._free = [old for old in self._free if old not in unused]
        for old in unused:
            old.close()

    def close(self) -> None:
        """Let go of all that are free."""
        with self._lock:
            while self._free:
                self._free.pop().close()
