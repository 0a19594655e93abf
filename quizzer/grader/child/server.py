"""The fork server: imports torch once, stays single-threaded, knows no exercise, and forks on request.

It reads neither a check nor a submission: those go from the parent straight to the children, over descriptors that
only pass through here. It keeps the run's time limit, and when a run is over, or its parent goes away, it kills what
is left of it.
"""

from __future__ import annotations

import contextlib
import gc
import os
import selectors
import socket
import sys
import sysconfig
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import quizzer
from quizzer.grader.child.life import Life, outlive
from quizzer.grader.child.member import Member, Spawner
from quizzer.grader.clocks import RunWatch, packed
from quizzer.grader.frames import Closed, FrameError, parse_json, receive_with_descriptors, send_json
from quizzer.grader.orders import parse_request
from quizzer.grader.sandbox import namespaces
from quizzer.grader.sandbox.landlock import AllowedPaths
from quizzer.grader.sandbox.lockdown import Isolation, offered, prepare
from quizzer.grader.warm_place import peer

_REHEARSALS = 8
"""Code that ran as often is specialised by the interpreter, and a child need not do that in pages of its own."""
_QUIET_S = 0.05


@dataclass(slots=True)
class Run:
    """One connection of a parent and the children that live for it; the first one's end ends the run."""

    connection: socket.socket
    members: list[Member]
    watch: RunWatch
    expired: bool = False
    ended: list[dict[str, object]] = field(default_factory=list)

    def tell(self, message: Mapping[str, object], *, descriptors: list[int] | None = None) -> None:
        """Send the parent something; one that has already gone on does not need it."""
        with contextlib.suppress(OSError):
            send_json(self.connection, message, descriptors=descriptors or ())


class Server:
    """Serves one listening socket for as long as ``life`` lasts."""

    def __init__(
        self, *, listener: socket.socket, life: Life, spawner: Spawner, warm_up: list[Callable[[], None]]
    ) -> None:
        self._listener = listener
        self._life = life
        self._spawner = spawner
        self._warm_up = warm_up
        self._selector = selectors.DefaultSelector()
        self._runs: list[Run] = []
        self._endings = 0
        self._begun = 0
        self._quiet_since = 0.0

    def serve(self) -> None:
        """Fork on request until nobody needs it any more; runs under way are finished where somebody may wait."""
        self._selector.register(self._listener, selectors.EVENT_READ, self._accept)
        if self._life.lifeline is not None:
            self._selector.register(self._life.lifeline, selectors.EVENT_READ, None)
        while not self._life.is_over or self._busy:
            for key, _ in self._selector.select(self._patience()):
                if key.data is None:
                    return self._spawner.close()
                key.data()
            self._end_expired()
        return self._spawner.close()

    @property
    def _busy(self) -> bool:
        return bool(self._runs or self._endings)

    def _patience(self) -> float | None:
        """Seconds until something is due; while nobody waits, one more step of getting ready comes first."""
        if self._warm_up and self._begun > 1:
            # Who asks twice will ask again, and may leave no quiet moment: better one step late than never warm.
            self._warm_step()
        if self._busy:
            nearest = min((run.watch.look_at for run in self._runs), default=float("inf"))
            return None if nearest == float("inf") else max(0.0, nearest - time.monotonic())
        if self._selector.select(0):
            return 0.0
        if self._warm_up:
            self._warm_step()
            return 0.0
        # A parent that grades one after another asks again at once: a rehearsal would only be in its way.
        early = self._quiet_since + _QUIET_S - time.monotonic()
        if early > 0 and self._spawner.lacks_some:
            return early
        return 0.0 if self._spawner.prepare_one() else self._life.left_s

    def _warm_step(self) -> None:
        self._warm_up.pop(0)()
        gc.freeze()

    def _accept(self) -> None:
        connection, _ = self._listener.accept()
        if peer(connection)[1] != os.geteuid():
            connection.close()
            return
        self._selector.register(connection, selectors.EVENT_READ, partial(self._begin, connection))

    def _begin(self, connection: socket.socket) -> None:
        self._selector.unregister(connection)
        try:
            payload, descriptors = receive_with_descriptors(connection)
            request = parse_json(payload)
            if isinstance(request, dict) and "control" in request:
                self._control(connection, str(request["control"]))
                return
            orders, run_s = parse_request(request)
        except (Closed, FrameError, OSError):
            connection.close()
            return
        try:
            # The last one ordered is the judge: the submission has more to do before they can talk.
            members = [self._spawner.spawn(order, descriptors) for order in reversed(orders)]
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        self._begun += 1
        run = Run(connection, members[::-1], RunWatch.begin(run_s, [member.clock for member in members]))
        clocks, files = packed({member.role: member.clock for member in members})
        told = {"isolation": self._spawner.isolation.value, "warm": not self._warm_up, "clocks": clocks}
        run.tell(told, descriptors=files)
        self._life.touch(runs=1)
        self._runs.append(run)
        self._selector.register(connection, selectors.EVENT_READ, partial(self._end, run))
        self._selector.register(run.members[0].watch(), selectors.EVENT_READ, partial(self._end, run))

    def _control(self, connection: socket.socket, wish: str) -> None:
        """Say how it is, when it is warm if that is wished for, or stop: whoever connects is this server's own user."""
        while wish == "warm" and self._warm_up:
            self._warm_step()
        with connection, contextlib.suppress(OSError):
            send_json(connection, {**self._life.facts(), "isolation": self._spawner.isolation.value})
        if wish == "stop" and not self._life.is_over:
            self._life.stop()
            # Who comes now must learn at once that nobody will answer.
            self._selector.unregister(self._listener)
            self._listener.close()

    def _end(self, run: Run) -> None:
        """Kill what is left of a run; its members are reaped as they go."""
        if run not in self._runs:
            return
        self._runs.remove(run)
        self._selector.unregister(run.connection)
        self._selector.unregister(run.members[0].watch())
        for member in run.members:
            member.kill()
            self._endings += 1
            self._selector.register(member.watch(), selectors.EVENT_READ, partial(self._reap, run, member))

    def _reap(self, run: Run, member: Member) -> None:
        self._selector.unregister(member.watch())
        self._endings -= 1
        self._quiet_since = time.monotonic()
        self._life.touch()
        run.ended.append(member.reap())
        if len(run.ended) == len(run.members):
            run.tell({"deadline": run.expired, "members": run.ended})
            run.connection.close()

    def _end_expired(self) -> None:
        for run in [run for run in self._runs if run.watch.is_over()]:
            run.expired = True
            self._end(run)


def main(arguments: list[str]) -> None:
    """Run a fork server: ``server.py SOCKET_PATH LIFELINE_FD``, or ``server.py SOCKET_PATH --warm LISTENER_FD IDLE_S``.

    After a lifeline, layers of isolation to leave out may follow; only our own tests name any.
    """
    socket_path, without = Path(arguments[0]), frozenset[str]()
    if arguments[1] == "--warm":
        listener, life = outlive(int(arguments[2]), idle_s=float(arguments[3]), folder=socket_path.parent)
    else:
        life = Life(lifeline=int(arguments[1]))
        without = frozenset(arguments[2:])
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listener.bind(str(socket_path))
        listener.listen(64)
    entered = "namespaces" not in without and namespaces.enter()
    isolation = offered(namespaces=entered)
    from quizzer.grader.child import huge_pages, rehearsal, roles, warm  # noqa: PLC0415 - torch only once the socket is there

    warm.at_once()
    prepare()
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
        rehearse=rehearsal.rehearse,
        ahead=roles.AHEAD,
        without=without,
    )
    Server(
        listener=listener,
        life=life,
        spawner=spawner,
        warm_up=[*warm.when_idle(), *[rehearsal.rehearse] * _REHEARSALS, huge_pages.collapse],
    ).serve()
    # Who made the folder is gone, and can no longer remove it.
    life.leave(socket_path.parent)
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
