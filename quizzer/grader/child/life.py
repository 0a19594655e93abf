"""How long a fork server lives: as long as its parent, or until nobody has asked for a while."""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Life:
    """``lifeline`` closes with the parent; ``idle_s`` is the limit of a server that has none."""

    lifeline: int | None = None
    idle_s: float | None = None
    folder_inode: int | None = None
    runs: int = 0
    _started_s: float = field(default_factory=time.time)
    _used_at: float = field(default_factory=time.monotonic)
    _stopped: bool = False

    @property
    def left_s(self) -> float | None:
        """Seconds that are left if nobody asks again; None for ever."""
        return None if self.idle_s is None else max(0.0, self._used_at + self.idle_s - time.monotonic())

    @property
    def is_over(self) -> bool:
        return self._stopped or self.left_s == 0

    def touch(self, *, runs: int = 0) -> None:
        """Somebody needs the server."""
        self._used_at = time.monotonic()
        self.runs += runs

    def stop(self) -> None:
        """It is over as soon as the runs under way are."""
        self._stopped = True

    def facts(self) -> dict[str, object]:
        """What a status says of it."""
        torch = sys.modules.get("torch")
        idle_s = time.monotonic() - self._used_at
        version = str(getattr(torch, "__version__", ""))
        return {"started_s": self._started_s, "idle_s": idle_s, "runs": self.runs, "torch": version}

    def leave(self, folder: Path) -> None:
        """Remove the server's folder, unless a later server has it."""
        if self.idle_s is None:
            shutil.rmtree(folder, ignore_errors=True)
            return
        with suppress(OSError):
            base = os.open(folder.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            # Whoever holds it now is replacing this server, and removes the folder.
            fcntl.flock(base, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if folder.stat().st_ino == self.folder_inode:
                shutil.rmtree(folder, ignore_errors=True)


def outlive(listener: int, *, idle_s: float, folder: Path) -> tuple[socket.socket, Life]:
    """Become nobody's child in a session of its own, and take over a socket that listens already."""
    if os.fork():
        os._exit(0)
    os.setsid()
    taken = socket.socket(fileno=listener)
    taken.set_inheritable(False)
    # Listening again makes the kernel name this process to those who ask whom they are connected to.
    taken.listen(64)
    return taken, Life(idle_s=idle_s, folder_inode=folder.stat().st_ino)
