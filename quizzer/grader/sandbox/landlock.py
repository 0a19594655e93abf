"""Landlock: which paths a child may still read or write, and no TCP, abstract sockets or signals outside.

Source: the kernel's ``Documentation/userspace-api/landlock.rst``.
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quizzer.grader.sandbox import libc

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_RIGHTS_BY_ABI = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1, 5: (1 << 16) - 1}
_REFER, _TRUNCATE, _IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15
_FILE_ONLY = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEV

READ = _EXECUTE | _READ_FILE | _READ_DIR
_DRIVE = _READ_FILE | _WRITE_FILE | _IOCTL_DEV
_BIND_AND_CONNECT_TCP = 0b11
_SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS = 0b11
_RULE_PATH_BENEATH = 1
_CREATE_RULESET_VERSION = 1


def abi() -> int:
    """The kernel's Landlock version; 0 where there is none."""
    if not libc.IS_LINUX:
        return 0
    try:
        return _version()
    except OSError:
        return 0


def refusal() -> OSError | None:
    """What the kernel says where it has no Landlock."""
    try:
        _version()
    except OSError as refused:
        return refused
    return None


def _version() -> int:
    return libc.syscall(libc.SYS_LANDLOCK_CREATE_RULESET, 0, 0, _CREATE_RULESET_VERSION)


@dataclass(frozen=True, slots=True)
class AllowedPaths:
    """Descriptors (O_PATH) of what may be read, opened once and used for each child."""

    descriptors: tuple[int, ...]

    @classmethod
    def open(cls, paths: Iterable[Path]) -> AllowedPaths:
        """Open what exists of ``paths``; a missing one simply stays forbidden."""
        opened = []
        for path in paths:
            try:
                opened.append(os.open(path, os.O_PATH | os.O_CLOEXEC))
            except OSError:
                continue
        return cls(tuple(opened))


def restrict(
    readable: AllowedPaths,
    *,
    writable: Path | None,
    extra: AllowedPaths | None = None,
    nodes: AllowedPaths | None = None,
) -> None:
    """Give up every path but ``readable`` and ``extra`` (to read) and ``writable`` (a folder, to do anything in).

    ``nodes`` are device files to read, write and control.

    Needs no_new_privs. Raises OSError where the kernel refuses.
    """
    version = abi()
    handled = _RIGHTS_BY_ABI[min(version, max(_RIGHTS_BY_ABI))]
    ruleset = _create(version, handled)
    for descriptor in (*readable.descriptors, *(extra.descriptors if extra else ())):
        _allow(ruleset, descriptor, READ & handled)
    for descriptor in nodes.descriptors if nodes else ():
        _allow(ruleset, descriptor, _DRIVE & handled)
    if writable is not None:
        descriptor = os.open(writable, os.O_PATH | os.O_CLOEXEC)
        _allow(ruleset, descriptor, handled & ~_REFER & ~_IOCTL_DEV)
        os.close(descriptor)
    libc.syscall(libc.SYS_LANDLOCK_RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def _create(version: int, handled: int) -> int:
    network = _BIND_AND_CONNECT_TCP if version >= 4 else 0  # noqa: PLR2004 - Landlock ABI numbers
    scope = _SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS if version >= 6 else 0  # noqa: PLR2004
    attributes = struct.pack("QQQ", handled, network, scope)
    size = 8 if version < 4 else 16 if version < 6 else 24  # noqa: PLR2004
    return libc.syscall(libc.SYS_LANDLOCK_CREATE_RULESET, ctypes.c_char_p(attributes), size, 0)


def _allow(ruleset: int, descriptor: int, rights: int) -> None:
    if not _is_folder(descriptor):
        rights &= _FILE_ONLY
    rule = struct.pack("=Qi", rights, descriptor)
    libc.syscall(libc.SYS_LANDLOCK_ADD_RULE, ruleset, _RULE_PATH_BENEATH, ctypes.c_char_p(rule), 0)


def _is_folder(descriptor: int) -> bool:
    return stat.S_ISDIR(os.fstat(descriptor).st_mode)
