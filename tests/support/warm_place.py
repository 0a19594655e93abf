"""A private folder for warm servers, short enough for a socket, and proof that none is left in it."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from quizzer.grader.warm_place import Slot
from quizzer.grader.warm_server import WarmStatus, end, status


@contextmanager
def warm_folder() -> Iterator[Path]:
    """An XDG_RUNTIME_DIR of one's own; whatever was started below it is ended."""
    # Not below pytest's own folders: their names leave no room for a socket's.
    folder = Path(tempfile.mkdtemp(prefix="qw-", dir="/tmp"))
    try:
        yield folder
    finally:
        for base in folder.iterdir():
            for slot in base.iterdir() if base.is_dir() else ():
                end(Slot(base, slot.name), at_once=True)
        assert until(lambda: not processes(str(folder))), processes(str(folder))
        shutil.rmtree(folder)


def processes(word: str) -> list[int]:
    """The living processes with ``word`` in their command line."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and word.encode() in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
        except OSError:
            continue
    return [pid for pid in found if pid != os.getpid()]


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])


def until(condition: Callable[[], bool], *, seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def running(environ: dict[str, str]) -> WarmStatus | None:
    """The warm server of an environment, or None."""
    try:
        return status(Slot.of(environ, make=False))
    except (FileNotFoundError, ConnectionRefusedError):
        return None
