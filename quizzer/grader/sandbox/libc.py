"""Raw Linux calls through ctypes, each raising OSError with the kernel's errno."""

from __future__ import annotations

import ctypes
import os
import platform
import sys

IS_LINUX = sys.platform == "linux"
MACHINE = platform.machine()

_libc = ctypes.CDLL(None, use_errno=True)

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_SECCOMP = 22
PR_SET_NO_NEW_PRIVS = 38

# The same on every architecture since they were added after the tables were unified.
SYS_LANDLOCK_CREATE_RULESET = 444
SYS_LANDLOCK_ADD_RULE = 445
SYS_LANDLOCK_RESTRICT_SELF = 446
SYS_CAPSET = {"x86_64": 126, "aarch64": 91}


def syscall(number: int, *arguments: object) -> int:
    """Call the kernel; arguments are ints, bytes or ctypes objects."""
    return _checked(_libc.syscall(ctypes.c_long(number), *map(_as_c, arguments)))


def prctl(option: int, *arguments: object) -> int:
    """Set something of this process with prctl, padding with zeros as the kernel demands of several options."""
    padded = (*arguments, 0, 0, 0, 0)[:4]
    return _checked(_libc.prctl(ctypes.c_int(option), *map(_as_c, padded)))


def unshare(flags: int) -> None:
    """Leave namespaces; Python has it only from 3.12."""
    _checked(_libc.unshare(ctypes.c_int(flags)))


def mount(source: str, target: str, kind: str, *, flags: int, options: str) -> None:
    """Mount a filesystem in this process's own mount namespace."""
    paths = [os.fsencode(text) for text in (source, target, kind)]
    _checked(_libc.mount(*paths, ctypes.c_ulong(flags), os.fsencode(options)))


def unmount(target: str) -> None:
    """Let go of a mount, whatever still uses it."""
    detach = 2
    _checked(_libc.umount2(os.fsencode(target), ctypes.c_int(detach)))


def madvise(begin: int, length: int, advice: int) -> None:
    """Advise the kernel on a stretch of this process's memory that is no mmap object of Python's."""
    _checked(_libc.madvise(ctypes.c_void_p(begin), ctypes.c_size_t(length), ctypes.c_int(advice)))


def setns(descriptor: int, flags: int) -> None:
    """Enter a namespace; Python has it only from 3.12."""
    _checked(_libc.setns(ctypes.c_int(descriptor), ctypes.c_int(flags)))


def _as_c(value: object) -> object:
    return ctypes.c_long(value) if isinstance(value, int) else value


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
