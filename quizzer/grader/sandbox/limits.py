"""Resource limits of a child: memory over what the fork server already maps, CPU time, file size, open files."""

from __future__ import annotations

import os
import resource
from dataclasses import dataclass
from pathlib import Path

_MIB = 1024 * 1024
_OPEN_FILES = 64
_OPEN_FILES_OF_A_DRIVER = 1024
_DRIVER_MIB = 4096


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """What one child may use; ``memory_mib`` counts above the memory inherited at the fork."""

    memory_mib: int
    cpu_s: int
    file_mib: int = 0

    def apply(self, *, mapped: int, device: str = "cpu") -> None:
        """Set them for good, the hard limit too; ``mapped`` is the address space inherited, in bytes.

        A GPU's driver reserves far more addresses than the machine has memory, so with one only what can be written to
        is limited, with room for the driver's own.
        """
        if device == "cpu":
            _set(resource.RLIMIT_AS, mapped + self.memory_mib * _MIB)
        else:
            _set(resource.RLIMIT_DATA, mapped + (self.memory_mib + _DRIVER_MIB) * _MIB)
        _set(resource.RLIMIT_CPU, self.cpu_s)
        _set(resource.RLIMIT_FSIZE, self.file_mib * _MIB)
        _set(resource.RLIMIT_CORE, 0)
        _set(resource.RLIMIT_NOFILE, _OPEN_FILES if device == "cpu" else _OPEN_FILES_OF_A_DRIVER)


def own_memory() -> tuple[int, int]:
    """Bytes of address space, and of memory, of this process (zeros where the system does not tell)."""
    try:
        mapped, resident, *_ = Path("/proc/self/statm").read_text(encoding="ascii").split()
    except OSError:
        return 0, 0
    page = os.sysconf("SC_PAGE_SIZE")
    return int(mapped) * page, int(resident) * page


def _set(what: int, value: int) -> None:
    hard = resource.getrlimit(what)[1]
    limit = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(what, (limit, limit))
