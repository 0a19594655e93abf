"""A child of the fork server: forked and locked down, given its order, watched, killed and reaped."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from quizzer.grader import devices
from quizzer.grader.child.output import flush_output, redirect_output, silence
from quizzer.grader.child.roles import Role
from quizzer.grader.clocks import Clock
from quizzer.grader.frames import parse_json, receive_with_descriptors, send_json
from quizzer.grader.orders import LOCK_DOWN_FAILED, Order
from quizzer.grader.sandbox import namespaces
from quizzer.grader.sandbox.landlock import AllowedPaths
from quizzer.grader.sandbox.limits import own_memory
from quizzer.grader.sandbox.lockdown import Cell, Isolation, lock_down

_BROKE = 98


class Forker(Protocol):
    """Something that forks."""

    def fork(self) -> int: ...


class PlainFork:
    """os.fork(), where the kernel gives no pid namespaces."""

    def fork(self) -> int:
        return os.fork()


class Member:
    """A living child. ``watch`` gives a descriptor that becomes readable when it ends."""

    def __init__(self, *, pid: int, role: str, orders: socket.socket, scratch: Path | None, inherited_kib: int) -> None:
        self._pid = pid
        self.role = role
        self._orders = orders
        self._scratch = scratch
        self._inherited_kib = inherited_kib
        self._stopped = False
        self._pidfd = os.pidfd_open(pid)
        self.clock = Clock.of(self._pidfd)

    def watch(self) -> int:
        return self._pidfd

    def order(self, order: Order, descriptors: list[int]) -> None:
        """Tell it what to do. Raises OSError where it is already gone."""
        used = [*order.sockets, *([] if order.output is None else [order.output])]
        send_json(self._orders, order.plain(), descriptors=[descriptors[index] for index in used])
        self._orders.close()

    def kill(self) -> None:
        """End it if it still lives."""
        # It is not reaped yet, so the pid is still its own.
        self._stopped = os.waitid(os.P_PID, self._pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
        os.kill(self._pid, signal.SIGKILL)
        self._orders.close()

    def reap(self) -> dict[str, object]:
        """Wait until it is gone, remove its scratch folder; how it ended."""
        _, status, usage = os.wait4(self._pid, 0)
        os.close(self._pidfd)
        if self.clock is not None:
            self.clock.close()
        if self._scratch is not None:
            namespaces.release_scratch(self._scratch)
            shutil.rmtree(self._scratch, ignore_errors=True)
        return {
            "role": self.role,
            "stopped": self._stopped,
            "exit_status": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
            "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else None,
            "cpu_s": usage.ru_utime + usage.ru_stime,
            # What it got from the fork server is nothing of its own.
            "peak_rss_kib": max(0, usage.ru_maxrss - self._inherited_kib),
        }


@dataclass(slots=True)
class Spawner:
    """Forks members into their cells, some of them before anybody asks."""

    isolation: Isolation
    readable: AllowedPaths
    scratch: Path
    roles: Mapping[str, Role]
    pid_namespaces: Forker | None
    rehearse: Callable[[], None]
    ahead: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    _waiting: dict[str, Member] = field(default_factory=dict)

    @property
    def lacks_some(self) -> bool:
        """Whether a child that should wait does not."""
        return any(role not in self._waiting for role in self.ahead)

    def prepare_one(self) -> bool:
        """Fork one child ahead of need, which rehearses while it waits; False where none is missing."""
        for role in self.ahead:
            if role not in self._waiting:
                self._waiting[role] = self._fork(role, device=devices.CPU, rehearse=True)
                return True
        return False

    def spawn(self, order: Order, descriptors: list[int]) -> Member:
        """A member with its order; the descriptors stay the caller's."""
        # One that waits is locked up already, away from any GPU.
        waiting = self._waiting.pop(order.role, None) if order.device == devices.CPU else None
        if waiting is not None:
            try:
                waiting.order(order, descriptors)
            except OSError:
                waiting.kill()
                waiting.reap()
            else:
                return waiting
        member = self._fork(order.role, device=order.device)
        member.order(order, descriptors)
        return member

    def close(self) -> None:
        """End the children that wait."""
        while self._waiting:
            _, member = self._waiting.popitem()
            member.kill()
            member.reap()

    def _fork(self, role: str, *, device: str, rehearse: bool = False) -> Member:
        ours, theirs = socket.socketpair()
        scratch = Path(tempfile.mkdtemp(dir=self.scratch)) if self.roles[role].scratch else None
        if scratch is not None and self.isolation is Isolation.FULL:
            namespaces.bound_scratch(scratch)
        cell = self._cell(theirs, scratch, device)
        # A child inherits both, and /proc is out of its reach.
        mapped, resident = own_memory()
        pid = (self.pid_namespaces or PlainFork()).fork()
        if pid == 0:
            self._become(role, theirs, cell, mapped=mapped, rehearse=rehearse)
        theirs.close()
        return Member(pid=pid, role=role, orders=ours, scratch=scratch, inherited_kib=resident // 1024)

    def _cell(self, orders: socket.socket, scratch: Path | None, device: str) -> Cell:
        cell = Cell(
            self.isolation, self.readable, writable=scratch, descriptors=(orders.fileno(),), without=self.without
        )
        if device != devices.CUDA or self.isolation is Isolation.LIMITS:
            return cell
        return replace(
            cell,
            extra=AllowedPaths.open(devices.readable_for_cuda()),
            nodes=AllowedPaths.open(devices.cuda_nodes()),
        )

    def _become(self, role: str, orders: socket.socket, cell: Cell, *, mapped: int, rehearse: bool) -> None:
        """In the child: lock down, wait for the order, do it, and never return."""
        status = LOCK_DOWN_FAILED
        try:
            silence()
            home = str(cell.writable or "/")
            os.chdir(home)
            # Kernels that CUDA compiles for itself would run into the limit on files.
            os.environ.update(TMPDIR=home, HOME=home, CUDA_CACHE_DISABLE="1")
            tempfile.tempdir = home
            lock_down(cell)
            status = _BROKE
            if rehearse:
                self.rehearse()
            payload, descriptors = receive_with_descriptors(orders)
            orders.close()
            order = Order.parse(parse_json(payload))
            order.limits.apply(mapped=mapped, device=order.device)
            if order.output is not None:
                redirect_output(descriptors.pop())
            self.roles[role].main(*(socket.socket(fileno=descriptor) for descriptor in descriptors))
            status = 0
        finally:
            flush_output()
            os._exit(status)
