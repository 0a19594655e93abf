"""What a submission may take: each call, and all together, counted so that a busy machine costs it nothing.

Charged is the larger of two: the processor time of all its threads, and the time by the clock less that in which the
submission, or the judge that waits for it, was ready to go on and had no processor. So computing and sleeping count,
and standing in line does not.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from quizzer.grader.clocks import MOST_TIMES, Clock, Spent, by_the_clock_s
from quizzer.grader.report import Overrun

_FIRST_LOOK_S = 0.05
"""A call that ends sooner costs no look at a clock."""
_LOOK_EVERY_S = 0.25
_NOTHING = Spent(0.0, 0.0)


class OutOfTimeError(Exception):
    """A limit is met; which."""

    def __init__(self, overrun: Overrun) -> None:
        super().__init__(overrun.value)
        self.overrun = overrun


@dataclass(slots=True)
class Allowance:
    """``call_s`` for each call and ``run_s`` for all; ``clocks`` are those of ``submission`` and ``judge``, if any."""

    call_s: float
    run_s: float
    clocks: Mapping[str, Clock]
    _last: Spent = _NOTHING
    _run: _Stretch = field(init=False)
    _call: _Stretch | None = None
    _began: float = 0.0
    _earlier_s: float = 0.0
    _grace_s: float = 0.0

    def __post_init__(self) -> None:
        self._run = _Stretch(self._read())

    def begin(self, *, grace_s: float = 0.0) -> None:
        """A call begins; ``grace_s`` comes on top of both limits."""
        self._began = time.monotonic()
        self._call = None
        self._grace_s = grace_s
        self.run_s += grace_s
        if self._earlier_s >= self.run_s:
            self.left_s()

    def end(self) -> None:
        """The call is over."""
        self._earlier_s += time.monotonic() - self._began

    def left_s(self) -> float:
        """Seconds that the call may surely still take; raises OutOfTimeError where there are none."""
        wall_s = time.monotonic() - self._began
        quiet_s = min(_FIRST_LOOK_S, self.call_s, self.run_s - self._earlier_s)
        if wall_s < quiet_s:
            return quiet_s - wall_s
        return self._look(wall_s)

    def _look(self, wall_s: float) -> float:
        self._last = self._read()
        call_s, all_s = self.call_s + self._grace_s, self._earlier_s + wall_s
        if "submission" not in self.clocks:
            return min(
                _left(Overrun.CALL_CLOCK, wall_s, by_the_clock_s(call_s)),
                _left(Overrun.RUN_CLOCK, all_s, by_the_clock_s(self.run_s)),
            )
        if self._call is None:
            self._call = _Stretch(self._last, wall_s)
        lefts = (
            self._call.left_s(self._last, wall_s, call_s, (Overrun.CALL_CPU, Overrun.CALL_IDLE)),
            self._run.left_s(self._last, all_s, self.run_s, (Overrun.RUN_CPU, Overrun.RUN_IDLE)),
            _left(Overrun.STARVED, wall_s, MOST_TIMES * call_s),
            _left(Overrun.STARVED, all_s, MOST_TIMES * self.run_s),
        )
        return min(*lefts, _LOOK_EVERY_S)

    def _read(self) -> Spent:
        """What both have had; the last that is known of one that is gone."""
        told = {name: clock.read() for name, clock in self.clocks.items()}
        submission, judge = told.get("submission"), told.get("judge")
        if submission is None:
            return self._last
        return Spent(submission.cpu_s, submission.in_line_s + (judge or _NOTHING).in_line_s)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What is counted from one moment on: what the clocks showed then, and the seconds that had gone by."""

    since: Spent
    since_s: float = 0.0

    def left_s(self, now: Spent, wall_s: float, limit_s: float, overruns: tuple[Overrun, Overrun]) -> float:
        cpu_s = now.cpu_s - self.since.cpu_s
        used_s = max(cpu_s, wall_s - self.since_s - (now.in_line_s - self.since.in_line_s))
        busy, idle = overruns
        return _left(busy if cpu_s > used_s / 2 else idle, used_s, limit_s)


def _left(overrun: Overrun, used_s: float, limit_s: float) -> float:
    if used_s >= limit_s:
        raise OutOfTimeError(overrun)
    return limit_s - used_s
