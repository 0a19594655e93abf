"""User, network, IPC, mount and pid namespaces, without root.

The fork server enters user, network, IPC, mount and pid namespaces once, so its children find no network device at all
and a fork costs nothing more. Each child then gets a pid namespace of its own, in which it is pid 1: when it goes,
everything it may have started goes with it.
"""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path

from quizzer.grader.sandbox import libc

_NEWIPC, _NEWUSER, _NEWPID, _NEWNET, _NEWNS = 0x08000000, 0x10000000, 0x20000000, 0x40000000, 0x00020000
_NOSUID, _NODEV, _NOEXEC = 2, 4, 8
FIRST_PID = 1
"""What the first process of a pid namespace is called there: each child of the fork server is one."""
SCRATCH_MIB = 64
SCRATCH_FILES = 2048


def enter() -> bool:
    """Go on in namespaces of one's own, as ``try_to_enter`` does; False where refused."""
    return libc.IS_LINUX and try_to_enter() is None


def try_to_enter() -> OSError | None:
    """Go on in namespaces of one's own, as a child of this single-threaded process; what the kernel said instead.

    The process that called stays behind outside, waits, and ends as the child ends: only a child can be in a new
    pid namespace, and only in one of its own may the fork server come back from its children's.
    """
    try:
        _unshare()
    except OSError as refused:
        return refused
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        os._exit(os.waitstatus_to_exitcode(status) & 0xFF)
    libc.prctl(libc.PR_SET_PDEATHSIG, int(signal.SIGKILL))
    return None


def _unshare() -> None:
    user, group = os.geteuid(), os.getegid()
    libc.unshare(_NEWUSER | _NEWNET | _NEWIPC | _NEWPID | _NEWNS)
    Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")


def bound_scratch(folder: Path) -> bool:
    """Give ``folder`` a filesystem of its own that ends at ``SCRATCH_MIB`` and ``SCRATCH_FILES``; False where refused.

    One for each child: none can fill another's. Only this process and its children see it.
    """
    options = f"size={SCRATCH_MIB}m,nr_inodes={SCRATCH_FILES},mode=700"
    try:
        libc.mount("quizzer", str(folder), "tmpfs", flags=_NOSUID | _NODEV | _NOEXEC, options=options)
    except OSError:
        return False
    return True


def release_scratch(folder: Path) -> None:
    """Take that filesystem away again: its folder can then be removed."""
    with contextlib.suppress(OSError):
        libc.unmount(str(folder))


class PidNamespaces:
    """Forks children that are each pid 1 of a namespace of their own."""

    def __init__(self) -> None:
        self._own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)

    def fork(self) -> int:
        """As os.fork(), the child in a new pid namespace."""
        libc.unshare(_NEWPID)
        child = os.fork()
        if child:
            # A second unshare is refused until the namespace for children is our own again.
            libc.setns(self._own, _NEWPID)
        return child
