"""Resource limits of a child: memory over what the fork server already maps, CPU time, file size, open files."""

from __future__ import annotations

import os
import resource
from dataclasses import dataclass
from pathlib import Path

_MIB = 1024 * 1024
_OPEN_FILES = 64


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """What one child may use; ``memory_mib`` counts above the memory inherited at the fork."""

    memory_mib: int
    cpu_s: int
    file_mib: int = 0

    def apply(self, *, mapped: int) -> None:
        """Set them for good, the hard limit too; ``mapped`` is the address space inherited, in bytes."""
        _set(resource.RLIMIT_AS, mapped + self.memory_mib * _MIB)
        _set(resource.RLIMIT_CPU, self.cpu_s)
        _set(resource.RLIMIT_FSIZE, self.file_mib * _MIB)
        _set(resource.RLIMIT_CORE, 0)
        _set(resource.RLIMIT_NOFILE, _OPEN_FILES)


def mapped_bytes() -> int:
    """Bytes of address space of this process (0 where the system does not tell)."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _set(what: int, value: int) -> None:
    hard = resource.getrlimit(what)[1]
    limit = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(what, (limit, limit))
