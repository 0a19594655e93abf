"""What a submission prints, read while it runs."""

from __future__ import annotations

import selectors
import socket
import time
from typing import Any

_CHUNK = 65536


class Collector:
    """Reads what the submission prints while the run goes on, keeps the beginning, notices a flood."""

    def __init__(self, output: Any, *, cap: int) -> None:
        self._output = output
        self._cap = cap
        self.kept = bytearray()
        self.overflow = False
        self.in_vain = False

    def until_readable(self, *sources: socket.socket, timeout_s: float) -> None:
        """Collect until one of ``sources`` has something to say, or the submission has said too much.

        ``in_vain`` says that neither came in time.
        """
        deadline = time.monotonic() + timeout_s
        with selectors.DefaultSelector() as selector:
            for source in (*sources, self._output):
                selector.register(source, selectors.EVENT_READ, source)
            while not self.overflow and time.monotonic() < deadline:
                for key, _ in selector.select(deadline - time.monotonic()):
                    if key.data is not self._output:
                        return
                    if not self._take():
                        selector.unregister(self._output)
        self.in_vain = not self.overflow

    def drain(self) -> None:
        """Take what is left in the pipe after the end."""
        while not self.overflow and self._take():
            pass

    def _take(self) -> bool:
        chunk = self._output.read(_CHUNK)
        if not chunk:
            return False
        self.kept += chunk[: self._cap - len(self.kept)]
        self.overflow = len(self.kept) >= self._cap
        return True
