"""The fork server that outlives its command: found or started, asked how it is, ended.

It is a convenience and never needed: where it is gone or does not answer it is replaced, and where no private folder
can be had a server of the command's own does the work.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, local

from quizzer.domain.errors import EnvironmentProblem
from quizzer.grader.frames import Closed, FrameError, receive_json, send_json
from quizzer.grader.process import ServerLost, ServerProcess, server_environment, why_it_ended
from quizzer.grader.warm_place import Slot, installation, peer

_STILL_STARTING_S = 120.0
_ANSWER_S = 10.0
_LOST = (OSError, Closed, FrameError)


@dataclass(frozen=True, slots=True)
class WarmStatus:
    """What a running warm server says of itself."""

    pid: int
    started_s: float
    idle_s: float
    runs: int
    torch: str
    isolation: str


class WarmServer:
    """A fork server that other commands may have started and will use after this one; see ``ForkServer``."""

    def __init__(self, environ: Mapping[str, str], *, idle_s: float) -> None:
        self._idle_s = idle_s
        self._lock = Lock()
        # Which server a thread talked to last: only that one is lost when its talk breaks off.
        self._mine = local()
        self._launcher: subprocess.Popen[bytes] | None = None
        self._own: ServerProcess | None = None
        self._known_to_answer = False
        try:
            self._slot = Slot.of(environ)
            self._find_or_start(lost=None)
        except OSError:
            self._own = ServerProcess()

    @property
    def pid(self) -> int:
        """The server's process, once it has answered."""
        if self._own is not None:
            return self._own.pid
        with self._slot.connect() as connection:
            return peer(connection)[0]

    @property
    def ended(self) -> bool:
        """Whether it is gone for good; one that others share is found or started anew."""
        return self._own is not None and self._own.ended

    def connect(self) -> socket.socket:
        """A fresh connection. Raises ServerLost where nobody listens or answers any more."""
        if self._own is not None:
            return self._own.connect()
        try:
            with self._lock:
                self._reap_launcher()
                self._mine.tenant = self._tenant
                if not self._known_to_answer:
                    status(self._slot)
                    self._known_to_answer = True
            return self._slot.connect()
        except _LOST:
            raise self.failure() from None

    def failure(self) -> Exception:
        """Why the server answered nothing; EnvironmentProblem where another one could not do better."""
        if self._own is not None:
            return self._own.failure()
        try:
            said = (self._slot.folder / "errors").read_text(encoding="utf-8", errors="replace")
        except OSError:
            said = ""
        why = why_it_ended(said, otherwise="it is gone")
        return why if isinstance(why, EnvironmentProblem) else ServerLost(why.message)

    def renew(self) -> bool:
        """Replace the server that was lost; False where nothing is left to try."""
        if self._own is not None:
            return False
        with self._lock:
            if getattr(self._mine, "tenant", self._tenant) != self._tenant:
                return True
            self._known_to_answer = False
            try:
                self._find_or_start(lost=self._tenant)
            except OSError:
                self._own = ServerProcess()
        return True

    def close(self) -> None:
        """Leave the server to the next command."""
        self._reap_launcher()
        if self._own is not None:
            self._own.close()

    def _find_or_start(self, *, lost: tuple[int, int] | None) -> None:
        """Agree with everybody else on one server; ``lost`` is the one that is known to be of no use."""
        with self._slot.locked():
            tenant = self._slot.tenant
            if tenant is None or tenant == lost or not _current(self._slot):
                end(self._slot, at_once=tenant == lost)
                self._launcher = _start(self._slot, idle_s=self._idle_s)
                tenant = self._slot.tenant
                self._known_to_answer = True
            self._tenant = tenant

    def _reap_launcher(self) -> None:
        # It only forks the server, which belongs to nobody, and ends.
        launcher, self._launcher = self._launcher, None
        if launcher is not None:
            launcher.wait()


def _current(slot: Slot) -> bool:
    """Whether somebody listens who was started from what is installed now."""
    if slot.identity != installation():
        return False
    try:
        slot.connect().close()
    except OSError:
        return False
    return True


def _start(slot: Slot, *, idle_s: float) -> subprocess.Popen[bytes]:
    # The socket listens before the server exists: who connects meanwhile waits, or learns at once that it died.
    with slot.occupy() as listener, (slot.folder / "errors").open("wb") as errors:
        return subprocess.Popen(
            [
                sys.executable, "-m", "quizzer.grader.child.server", str(slot.socket_path),
                "--warm", str(listener.fileno()), str(idle_s),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            pass_fds=(listener.fileno(),),
            cwd="/",
            env=server_environment(slot.folder),
            start_new_session=True,
        )  # fmt: skip


def status(slot: Slot) -> WarmStatus:
    """Ask the server in a slot how it is. Raises OSError, Closed or FrameError where none answers."""
    age_s = time.time() - slot.socket_path.stat().st_mtime
    patience_s = _STILL_STARTING_S if age_s < _STILL_STARTING_S else _ANSWER_S
    with slot.connect(timeout_s=_ANSWER_S) as connection:
        send_json(connection, {"control": "status"})
        said = receive_json(connection, deadline=time.monotonic() + patience_s)
        # Only now: until the server has taken the socket over, the kernel names whoever made it.
        pid = _listening(slot)
    if not isinstance(said, dict):
        raise FrameError("a status has an unknown form")
    try:
        return WarmStatus(
            pid=pid,
            started_s=float(said["started_s"]),
            idle_s=float(said["idle_s"]),
            runs=int(said["runs"]),
            torch=str(said["torch"]),
            isolation=str(said["isolation"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise FrameError("a status has an unknown form") from error


def _listening(slot: Slot) -> int:
    with slot.connect(timeout_s=_ANSWER_S) as connection:
        return peer(connection)[0]


def end(slot: Slot, *, at_once: bool = False) -> bool:
    """End the server in a slot and remove its folder; False where there was none. Call it with the slot locked.

    It finishes the runs of other commands first, unless it does not answer or ``at_once`` says that it never will.
    """
    there = _ask_to_stop(slot) if not at_once else None
    if there is None:
        there = _kill(slot)
    slot.clear()
    return there


def _ask_to_stop(slot: Slot) -> bool | None:
    """True where it stops, False where nobody listens, None where somebody does and keeps silent."""
    try:
        connection = slot.connect(timeout_s=_ANSWER_S)
    except OSError:
        return False
    with connection:
        try:
            send_json(connection, {"control": "stop"})
            receive_json(connection, deadline=time.monotonic() + _ANSWER_S)
        except _LOST:
            return None
    return True


def _kill(slot: Slot) -> bool:
    try:
        pid = _listening(slot)
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    # A number may have been given to another process since.
    if os.fsencode(slot.socket_path) not in command:
        return False
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    return True
