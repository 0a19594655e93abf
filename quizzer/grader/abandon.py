"""A run that nobody wants any more: its connection is cut, and the fork server ends its processes."""

from __future__ import annotations

import contextlib
import socket
from threading import Lock

from quizzer.domain.errors import JudgeError
from quizzer.grader.process import ForkServer


class Abandoned(JudgeError):  # noqa: N818 - what happened, as everywhere in domain.errors
    """The run was given up by whoever asked for it."""


class Abandonable:
    """Another's fork server, for runs that may be given up; what it stands for stays open."""

    def __init__(self, server: ForkServer) -> None:
        self._server = server
        self._connections: list[socket.socket] = []
        self._abandoned = False
        self._lock = Lock()

    @property
    def pid(self) -> int:
        return self._server.pid

    def abandon(self) -> None:
        """Give up what runs, and whatever would still be asked for. Safe from any thread."""
        with self._lock:
            self._abandoned = True
            for connection in self._connections:
                # One that was closed meanwhile has no end to cut off.
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    @property
    def ended(self) -> bool:
        return self._server.ended

    def connect(self) -> socket.socket:
        connection = self._server.connect()
        with self._lock:
            if self._abandoned:
                connection.close()
                raise self.failure()
            self._connections.append(connection)
        return connection

    def failure(self) -> Exception:
        return Abandoned("the run was given up") if self._abandoned else self._server.failure()

    def renew(self) -> bool:
        return not self._abandoned and self._server.renew()

    def close(self) -> None:
        """Nothing of its own to end."""
