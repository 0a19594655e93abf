"""Everything a child gives up before it reads a byte that somebody else wrote, in the one right order."""

from __future__ import annotations

import ctypes
import os
import signal
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from quizzer.grader.sandbox import landlock, libc, namespaces, seccomp

_CAPABILITY_VERSION_3 = 0x20080522


class Isolation(StrEnum):
    """How far a child is locked up, from least to most; printed and stored with each verdict."""

    LIMITS = "limits"
    """Separate processes and resource limits: the verdict is sound, the machine is not protected."""
    LANDLOCK = "landlock"
    """Also Landlock and seccomp: no foreign files, no network, no processes."""
    FULL = "full"
    """Also user, network, IPC, mount and pid namespaces."""

    @property
    def rank(self) -> int:
        return list(Isolation).index(self)

    def beside(self, device: str) -> Isolation:
        """What is left of this level in a run on ``device``: a GPU's driver is a door that no namespace closes."""
        return min(self, Isolation.LANDLOCK, key=lambda level: level.rank) if device != "cpu" else self


@dataclass(frozen=True, slots=True)
class Cell:
    """What one child is left with."""

    isolation: Isolation
    readable: landlock.AllowedPaths
    writable: Path | None
    descriptors: tuple[int, ...]
    extra: landlock.AllowedPaths | None = None
    """What only a child with a GPU may read."""
    nodes: landlock.AllowedPaths | None = None
    """The device files of a GPU, to read, write and control."""
    without: frozenset[str] = frozenset()
    """Layers left out, which shows what each is for; nothing that a user says leads here."""


def offered(*, namespaces: bool) -> Isolation:
    """The level that this kernel allows, given whether namespaces could be entered."""
    if not (landlock.abi() and seccomp.supported()):
        return Isolation.LIMITS
    return Isolation.FULL if namespaces else Isolation.LANDLOCK


def lock_down(cell: Cell) -> None:
    """Lock this process into ``cell`` for good. Raises OSError where any layer of its level fails."""
    # A session of its own would do as well, and costs a millisecond: the scheduler makes a group for each.
    os.setpgid(0, 0)
    if libc.IS_LINUX:
        libc.prctl(libc.PR_SET_PDEATHSIG, int(signal.SIGKILL))
    if cell.isolation is not Isolation.LIMITS:
        libc.prctl(libc.PR_SET_DUMPABLE, 0)
        libc.prctl(libc.PR_SET_NO_NEW_PRIVS, 1)
        if "landlock" not in cell.without:
            landlock.restrict(cell.readable, writable=cell.writable, extra=cell.extra, nodes=cell.nodes)
    close_all_but(cell.descriptors)
    if cell.isolation is Isolation.FULL:
        _drop_capabilities()
    if cell.isolation is not Isolation.LIMITS and "seccomp" not in cell.without:
        seccomp.install(own_pid=os.getpid())


def prepare() -> None:
    """Do in the fork server what every child would do again."""
    if seccomp.supported():
        seccomp.build(machine=libc.MACHINE, own_pid=namespaces.FIRST_PID)


def close_all_but(kept: tuple[int, ...]) -> None:
    """Close every descriptor above standard error that is not in ``kept``."""
    start = 3
    for descriptor in (*sorted(d for d in kept if d >= start), _open_file_limit()):
        os.closerange(start, descriptor)
        start = descriptor + 1


def _open_file_limit() -> int:
    return os.sysconf("SC_OPEN_MAX")


_CapabilityHeader, _Capabilities = ctypes.c_uint32 * 2, ctypes.c_uint32 * 6


def _drop_capabilities() -> None:
    header, nothing = _CapabilityHeader(_CAPABILITY_VERSION_3, 0), _Capabilities()
    libc.syscall(libc.SYS_CAPSET[libc.MACHINE], ctypes.addressof(header), ctypes.addressof(nothing))
