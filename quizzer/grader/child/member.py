"""One child of the fork server: how it is forked, locked down, watched, killed and reaped."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from quizzer.grader.frames import FrameError
from quizzer.grader.sandbox.landlock import AllowedPaths
from quizzer.grader.sandbox.limits import ChildLimits
from quizzer.grader.sandbox.lockdown import Cell, Isolation, lock_down

LOCK_DOWN_FAILED = 97
BROKE = 98


@dataclass(frozen=True, slots=True)
class MemberPlan:
    """What a parent asks for: a role, its limits, which of the descriptors sent are its sockets and its output."""

    role: str
    limits: ChildLimits
    sockets: tuple[int, ...]
    output: int | None
    scratch: bool

    @classmethod
    def parse(cls, plain: Any) -> tuple[list[MemberPlan], float]:
        """Read a request: its members, and the seconds that the run may take. FrameError where it is none."""
        try:
            plans = [
                cls(
                    role=str(item["role"]),
                    limits=ChildLimits(**{key: int(value) for key, value in item["limits"].items()}),
                    sockets=tuple(map(int, item["sockets"])),
                    output=item["output"],
                    scratch=bool(item["scratch"]),
                )
                for item in plain["members"]
            ]
            if not plans:
                raise FrameError("a request without members")
            return plans, float(plain["run_s"])
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise FrameError("a request has an unknown form") from error

    def plain(self) -> dict[str, Any]:
        """As JSON."""
        limits = {name: getattr(self.limits, name) for name in ("memory_mib", "cpu_s", "file_mib")}
        return {
            "role": self.role,
            "limits": limits,
            "sockets": list(self.sockets),
            "output": self.output,
            "scratch": self.scratch,
        }


class Forker(Protocol):
    """Something that forks."""

    def fork(self) -> int: ...


class PlainFork:
    """os.fork(), where the kernel gives no pid namespaces."""

    def fork(self) -> int:
        return os.fork()


class Member:
    """A living child. ``watch`` gives a descriptor that becomes readable when it ends."""

    def __init__(self, *, pid: int, role: str, isolation: Isolation, scratch: Path | None) -> None:
        self._pid = pid
        self._role = role
        self._isolation = isolation
        self._scratch = scratch
        self._pidfd = os.pidfd_open(pid)

    def watch(self) -> int:
        return self._pidfd

    def end(self) -> dict[str, object]:
        """Kill it if it still lives, reap it, remove its scratch folder; how it ended."""
        # It is not reaped yet, so the pid is still its own.
        running = os.waitid(os.P_PID, self._pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
        os.kill(self._pid, signal.SIGKILL)
        _, status, usage = os.wait4(self._pid, 0)
        os.close(self._pidfd)
        if self._scratch is not None:
            shutil.rmtree(self._scratch, ignore_errors=True)
        return {
            "role": self._role,
            "isolation": self._isolation.value,
            "stopped": running,
            "exit_status": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
            "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else None,
            "cpu_s": usage.ru_utime + usage.ru_stime,
            "peak_rss_kib": usage.ru_maxrss,
        }


@dataclass(slots=True)
class Spawner:
    """Forks members into their cells."""

    isolation: Isolation
    readable: AllowedPaths
    scratch: Path
    roles: Mapping[str, Callable[..., None]]
    pid_namespaces: Forker | None

    def spawn(self, plan: MemberPlan, descriptors: list[int]) -> Member:
        """Fork one member; the descriptors stay the caller's."""
        scratch = Path(tempfile.mkdtemp(dir=self.scratch)) if plan.scratch else None
        forker = self.pid_namespaces or PlainFork()
        pid = forker.fork()
        if pid == 0:
            self._become(plan, descriptors, scratch)
        return Member(pid=pid, role=plan.role, isolation=self.isolation, scratch=scratch)

    def _become(self, plan: MemberPlan, descriptors: list[int], scratch: Path | None) -> None:
        """In the child: lock down, do the role, and never return."""
        status = LOCK_DOWN_FAILED
        try:
            sockets = [descriptors[index] for index in plan.sockets]
            _redirect(None if plan.output is None else descriptors[plan.output])
            os.chdir(scratch or "/")
            os.environ.update(TMPDIR=str(scratch or "/"), HOME=str(scratch or "/"))
            tempfile.tempdir = str(scratch or "/")
            lock_down(
                Cell(
                    isolation=self.isolation,
                    readable=self.readable,
                    writable=scratch,
                    limits=plan.limits,
                    descriptors=tuple(sockets),
                )
            )
            status = BROKE
            self.roles[plan.role](*(socket.socket(fileno=descriptor) for descriptor in sockets))
            status = 0
        finally:
            _flush()
            os._exit(status)


def _redirect(output: int | None) -> None:
    """Standard input from nowhere; output and errors to the parent's pipe, or nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere if output is None else output, 1)
    os.dup2(nowhere if output is None else output, 2)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - lives as long as the process
    sys.stdout = open(1, "w", encoding="utf-8", errors="replace", closefd=False, buffering=1)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="replace", closefd=False, buffering=1)  # noqa: SIM115


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        # The learner may have replaced the stream; the exit comes next whatever it does.
        with contextlib.suppress(BaseException):
            stream.flush()
