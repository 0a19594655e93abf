"""Where a warm fork server is found: a private folder of this user, a slot in it, and the lock of those who look.

Nothing here starts or ends a process. A folder that anybody else could have made or may write to is refused.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import socket
import stat
import struct
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from quizzer import __version__

LONGEST_FOLDER = 80
"""A Unix socket's path has room for 108 bytes on Linux."""
_SLOT_VARIABLES = ("QUIZZER_HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
_CREDENTIALS = struct.Struct("3i")
_PACKAGE = Path(__file__).resolve().parents[1]


class NotPrivate(OSError):  # noqa: N818 - says what is the matter, as FileNotFoundError does
    """A folder, or who listens in it, is not this user's alone."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The one place of the server that fits an interpreter, an installation and a home; ``base`` exists already."""

    base: Path
    name: str

    @classmethod
    def of(cls, environ: Mapping[str, str], *, make: bool = True) -> Slot:
        """The slot for this interpreter and environment. Raises OSError where no private folder can be had."""
        parts = [sys.executable, str(_PACKAGE), *(environ.get(name, "") for name in _SLOT_VARIABLES)]
        return cls(private_folder(environ, make=make), hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16])

    @property
    def folder(self) -> Path:
        return self.base / self.name

    @property
    def socket_path(self) -> Path:
        return self.folder / "socket"

    @property
    def tenant(self) -> tuple[int, int] | None:
        """What tells the server here from a later one in the same place; None where there is none."""
        with suppress(OSError):
            found = self.socket_path.lstat()
            return found.st_ino, found.st_ctime_ns
        return None

    @property
    def identity(self) -> str | None:
        """What the server in this slot was started from."""
        try:
            return (self.folder / "identity").read_text(encoding="utf-8")
        except (OSError, ValueError):
            return None

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Alone among those who start, replace or remove a server of this user."""
        descriptor = os.open(self.base, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def connect(self, *, timeout_s: float | None = None) -> socket.socket:
        """A connection to whoever listens here, who is this user. Raises OSError."""
        refuse_unless_private(self.folder)
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.settimeout(timeout_s)
            connection.connect(str(self.socket_path))
            if peer(connection)[1] != os.geteuid():
                raise NotPrivate(f"{self.socket_path}: somebody else listens there")
            connection.settimeout(None)
        except OSError:
            connection.close()
            raise
        return connection

    def occupy(self) -> socket.socket:
        """Make the folder anew, with this installation's identity, and listen in it."""
        self.clear()
        self.folder.mkdir(mode=0o700)
        (self.folder / "identity").write_text(installation(), encoding="utf-8")
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listener.bind(str(self.socket_path))
        listener.listen(64)
        return listener

    def clear(self) -> None:
        """Remove the folder with all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)


def peer(connection: socket.socket) -> tuple[int, int]:
    """The process and the user at the other end of a Unix socket, as the kernel knows them."""
    raw = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    pid, user, _ = _CREDENTIALS.unpack(raw)
    return pid, user


def private_folder(environ: Mapping[str, str], *, make: bool = True) -> Path:
    """The folder of this user's servers; ``make`` makes a missing one.

    Raises OSError, which may be NotPrivate: another user may have put a folder of that name there first.
    """
    folder = folder_for(environ)
    if make:
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
    refuse_unless_private(folder)
    return folder


def folder_for(environ: Mapping[str, str]) -> Path:
    """XDG_RUNTIME_DIR/quizzer, else quizzer-UID among the temporary files; nothing is looked at or made there."""
    runtime = Path(environ.get("XDG_RUNTIME_DIR", ""))
    if _sane_runtime(runtime):
        return runtime / "quizzer"
    usual = Path(tempfile.gettempdir())
    # Every temporary folder is shared: the check of what is found there, and not the place, is what makes it safe.
    shared = usual if len(os.fsencode(usual)) < LONGEST_FOLDER - 20 else Path("/tmp")  # noqa: S108
    return shared / f"quizzer-{os.geteuid()}"


def _sane_runtime(folder: Path) -> bool:
    if not folder.is_absolute() or len(os.fsencode(folder)) > LONGEST_FOLDER - 10:
        return False
    try:
        refuse_unless_private(folder)
    except OSError:
        return False
    return os.access(folder, os.W_OK | os.X_OK)


def refuse_unless_private(folder: Path) -> None:
    """Raise NotPrivate unless ``folder`` is a real folder of this user that nobody else may enter."""
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise NotPrivate(f"{folder}: not a folder of yours alone")


def installation() -> str:
    """Interpreter, torch and quizzer as they lie on the disk: a server started from others is out of date."""
    executable = Path(sys.executable).stat()
    torch = [
        f"{entry.name} {entry.stat().st_mtime_ns}"
        for folder in sys.path
        for entry in _entries(folder)
        if entry.name.startswith("torch-") and entry.name.endswith(".dist-info")
    ]
    newest = max(entry.stat().st_mtime_ns for folder in _code_folders() for entry in _entries(folder))
    return "\n".join([sys.version, str(executable.st_mtime_ns), *torch[:1], __version__, str(newest)])


def _code_folders() -> tuple[str, ...]:
    """The code that a fork server runs."""
    grader = _PACKAGE / "grader"
    return tuple(map(str, (grader, grader / "child", grader / "sandbox", _PACKAGE / "checks", _PACKAGE / "domain")))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return [entry for entry in found if not entry.name.startswith("__pycache__")]
    except OSError:
        return []
