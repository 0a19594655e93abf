"""The fork server: imports torch once, stays single-threaded, knows no exercise, and forks on request.

It reads neither a check nor a submission: those go from the parent straight to the children, over descriptors that
only pass through here. It keeps the run's deadline, and when a run is over, or its parent goes away, it kills what
is left of it.
"""

from __future__ import annotations

import contextlib
import gc
import os
import selectors
import shutil
import socket
import sys
import sysconfig
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import quizzer
from quizzer.grader.child.member import Member, MemberPlan, Spawner
from quizzer.grader.frames import Closed, FrameError, parse_json, receive_with_descriptors, send_json
from quizzer.grader.sandbox import namespaces
from quizzer.grader.sandbox.landlock import AllowedPaths
from quizzer.grader.sandbox.lockdown import Isolation, offered

_POLL_S = 0.01


@dataclass(slots=True)
class Run:
    """One connection of a parent and the children that live for it; the first one's end ends the run."""

    connection: socket.socket
    members: list[Member] = field(default_factory=list)
    deadline: float = float("inf")
    expired: bool = False

    def finish(self) -> None:
        """Kill and reap every member, and tell the parent how each ended."""
        ended = [member.end() for member in self.members]
        with contextlib.suppress(OSError):
            send_json(self.connection, {"deadline": self.expired, "members": ended})
        self.connection.close()


class Server:
    """Serves one listening socket until ``lifeline`` closes."""

    def __init__(
        self, *, listener: socket.socket, lifeline: int, spawner: Spawner, warm_up: list[Callable[[], None]]
    ) -> None:
        self._listener = listener
        self._lifeline = lifeline
        self._spawner = spawner
        self._warm_up = warm_up
        self._selector = selectors.DefaultSelector()
        self._runs: list[Run] = []

    def serve(self) -> None:
        """Fork on request until the parent is gone."""
        self._selector.register(self._listener, selectors.EVENT_READ, self._accept)
        self._selector.register(self._lifeline, selectors.EVENT_READ, None)
        while True:
            for key, _ in self._selector.select(self._patience()):
                if key.data is None:
                    return self._close()
                key.data()
            self._end_expired()

    def _patience(self) -> float | None:
        if self._runs:
            nearest = min(run.deadline for run in self._runs)
            return max(0.0, nearest - time.monotonic())
        if self._warm_up:
            # Nobody waits: one more step of warming up, then look again.
            if not self._selector.select(0):
                self._warm_up.pop(0)()
                gc.freeze()
            return 0.0
        return None

    def _accept(self) -> None:
        connection, _ = self._listener.accept()
        self._selector.register(connection, selectors.EVENT_READ, partial(self._begin, connection))

    def _begin(self, connection: socket.socket) -> None:
        self._selector.unregister(connection)
        try:
            payload, descriptors = receive_with_descriptors(connection)
            plans, run_s = MemberPlan.parse(parse_json(payload))
        except (Closed, FrameError, OSError):
            connection.close()
            return
        run = Run(connection, deadline=time.monotonic() + run_s)
        try:
            for plan in plans:
                run.members.append(self._spawner.spawn(plan, descriptors))
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        self._runs.append(run)
        self._selector.register(connection, selectors.EVENT_READ, partial(self._end, run))
        self._selector.register(run.members[0].watch(), selectors.EVENT_READ, partial(self._end, run))

    def _end(self, run: Run) -> None:
        if run not in self._runs:
            return
        self._runs.remove(run)
        self._selector.unregister(run.connection)
        self._selector.unregister(run.members[0].watch())
        run.finish()

    def _end_expired(self) -> None:
        now = time.monotonic()
        for run in [run for run in self._runs if run.deadline <= now]:
            run.expired = True
            self._end(run)

    def _close(self) -> None:
        for run in list(self._runs):
            self._end(run)


def main(arguments: list[str]) -> None:
    """Run a fork server: ``server.py SOCKET_PATH LIFELINE_FD``."""
    socket_path, lifeline = Path(arguments[0]), int(arguments[1])
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listener.bind(str(socket_path))
    listener.listen(64)
    entered = namespaces.enter()
    isolation = offered(namespaces=entered)
    from quizzer.grader.child import roles, warm  # noqa: PLC0415 - torch only once the socket is there

    warm.at_once()
    # A collection in a child would touch, and so copy, every page that it shares with this process.
    gc.disable()
    gc.freeze()
    scratch = socket_path.parent / "scratch"
    scratch.mkdir()
    spawner = Spawner(
        isolation=isolation,
        readable=AllowedPaths.open(readable_paths()) if isolation is not Isolation.LIMITS else AllowedPaths(()),
        scratch=scratch,
        roles=roles.ROLES,
        pid_namespaces=namespaces.PidNamespaces() if isolation is Isolation.FULL else None,
    )
    Server(listener=listener, lifeline=lifeline, spawner=spawner, warm_up=warm.when_idle()).serve()
    # The parent is gone, and can no longer remove the folder that it made.
    shutil.rmtree(socket_path.parent, ignore_errors=True)
    # Taking down an interpreter with torch in it costs 0.3 s, and nobody is left to need it done.
    os._exit(0)


def readable_paths() -> list[Path]:
    """What a child may read: the interpreter, its libraries and installed packages, but nothing of quizzer.

    quizzer's own folder is left out since the wheel carries the exercises in it.
    """
    system = (
        "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/share/zoneinfo", "/etc/ld.so.cache", "/etc/localtime",
        "/dev/null", "/dev/zero", "/dev/urandom", "/proc/cpuinfo", "/proc/meminfo", "/sys/devices/system/cpu",
    )  # fmt: skip
    packages = [Path(path) for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]
    libraries = [Path(path) for path in sysconfig.get_paths().values()]
    libraries = [path for path in libraries if path.name.startswith("python") and path.is_dir()]
    found = [*map(Path, system), *packages, *libraries]
    return [part.resolve() for path in found if path.exists() for part in _without_quizzer(path)]


def _without_quizzer(path: Path) -> list[Path]:
    """``path`` itself, or, where quizzer is installed somewhere in it, everything else in it."""
    package = Path(quizzer.__file__).resolve().parent
    if not package.is_relative_to(path.resolve()):
        return [path]
    if path.resolve() == package or path.name.startswith("quizzer"):
        return []
    return [part for entry in sorted(path.iterdir()) for part in _without_quizzer(entry)]


if __name__ == "__main__":
    main(sys.argv[1:])
