"""What a process has had of a processor, and how long it stood in line for one, told by open files of ``/proc``.

An open file can be handed to a process that is locked away from ``/proc``, and from the one that is measured.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

MOST_TIMES = 20
"""How many times its limit something may take by the clock, whatever a busy machine is to blame for."""
_FILES = ("stat", "schedstat")
_LONGEST = 4096
_NANOSECONDS = 1e9


def by_the_clock_s(limit_s: float) -> float:
    """Seconds that a limit becomes where nothing tells computing, sleeping and standing in line apart."""
    return 3 * limit_s + 2


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of processors that all of a process's threads had, and that its first thread was ready and had none."""

    cpu_s: float
    in_line_s: float


@dataclass(frozen=True, slots=True)
class Clock:
    """Two open files of one process; whoever has it closes it."""

    files: tuple[int, int]

    @classmethod
    def of(cls, pidfd: int) -> Self | None:
        """The clock of a process that is not reaped yet; None where the system does not tell."""
        if not _kernel_tells():
            return None
        opened: list[int] = []
        try:
            folder = Path("/proc") / _pid_in_proc(pidfd)
            opened.extend(os.open(folder / name, os.O_RDONLY | os.O_CLOEXEC) for name in _FILES)
        except (OSError, ValueError):
            for file in opened:
                os.close(file)
            return None
        return cls((opened[0], opened[1]))

    def read(self) -> Spent | None:
        """What it shows; None once the process is gone."""
        try:
            stat, schedstat = (os.pread(file, _LONGEST, 0) for file in self.files)
            # The name in brackets is the process's own to choose, and may hold anything.
            user, system = stat.rpartition(b")")[2].split()[11:13]
            in_line = schedstat.split()[1]
        except (OSError, ValueError, IndexError):
            return None
        return Spent((int(user) + int(system)) / os.sysconf("SC_CLK_TCK"), int(in_line) / _NANOSECONDS)

    def close(self) -> None:
        """Close its files."""
        for file in self.files:
            with contextlib.suppress(OSError):
                os.close(file)


@dataclass(slots=True)
class RunWatch:
    """A whole run's time, in which nobody pays for standing in line; ``look_at`` is when it may first be over."""

    run_s: float
    clocks: tuple[Clock, ...]
    began: float
    in_line_s: float
    look_at: float

    @classmethod
    def begin(cls, run_s: float, clocks: Sequence[Clock | None]) -> Self:
        """From now on; ``clocks`` are those of the run's processes."""
        there = tuple(clock for clock in clocks if clock is not None)
        if len(there) < len(clocks):
            run_s = by_the_clock_s(run_s)
        now = time.monotonic()
        return cls(run_s, there, began=now, in_line_s=_in_line_s(there), look_at=now + run_s)

    def is_over(self) -> bool:
        """Whether the run has had its time."""
        now = time.monotonic()
        if now < self.look_at:
            return False
        wall_s = now - self.began
        left_s = self.run_s - wall_s + (_in_line_s(self.clocks) - self.in_line_s)
        self.look_at = now + max(0.0, min(left_s, self.run_s * MOST_TIMES - wall_s))
        return self.look_at <= now


def _in_line_s(clocks: Sequence[Clock]) -> float:
    return sum(spent.in_line_s for spent in (clock.read() for clock in clocks) if spent is not None)


@cache
def _kernel_tells() -> bool:
    """Whether this kernel counts: one that does not shows zeros, of this process too, which has run before."""
    try:
        return Path("/proc/self/schedstat").read_text(encoding="ascii").split()[2] != "0"
    except (OSError, IndexError):
        return False


def _pid_in_proc(pidfd: int) -> str:
    """The number of a process in the namespace that ``/proc`` shows, which need not be this process's own.

    Raises ValueError where it has none.
    """
    for line in Path(f"/proc/self/fdinfo/{pidfd}").read_text(encoding="ascii").splitlines():
        name, _, number = line.partition(":")
        if name == "Pid" and int(number) > 0:
            return number.strip()
    raise ValueError("a process that /proc does not show")


def packed(clocks: Mapping[str, Clock | None]) -> tuple[list[str], list[int]]:
    """The names of those that are there, and their files, to send along."""
    there = {name: clock for name, clock in clocks.items() if clock is not None}
    return list(there), [file for clock in there.values() for file in clock.files]


def unpacked(names: Sequence[str], descriptors: Sequence[int]) -> dict[str, Clock]:
    """The clocks that were sent. Raises ValueError where a file is missing."""
    return {
        str(name): Clock((first, second))
        for name, first, second in zip(names, descriptors[::2], descriptors[1::2], strict=True)
    }
