"""Reading keys and typed lines from a terminal, so that neither is lost or echoed at the wrong moment.

Keys are normalised (NFKC, lower case): full-width digits of a Chinese input method are digits here.
"""

from __future__ import annotations

import codecs
import os
import select
import sys
import unicodedata
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import click

try:
    import termios
except ImportError:  # Windows has no termios: click reads its keys
    termios = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ENTER = "\n"
SPACE = " "
_END_OF_INPUT = "\x04"
_ESCAPE = "\x1b"
_LOOK_EVERY_S = 0.05
_SEQUENCE_BYTES = 32
_SEQUENCE_WAIT_S = 0.02
"""The bytes of an arrow key arrive together; what comes later is a key of its own."""


def normalised(key: str) -> str:
    """The key that is meant: NFKC, lower case, carriage return as line feed."""
    return unicodedata.normalize("NFKC", key).lower().replace("\r", ENTER)


class Keyboard:
    """Single keys and whole lines of one terminal; ``reading`` holds it ready for keys.

    Between keys the terminal neither echoes nor forgets what is typed, which click.getchar would: it flushes.
    """

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._fd = -1
        self._line_mode: Any = None

    @contextmanager
    def reading(self) -> Iterator[Keyboard]:
        """Hold the terminal in key mode, and give it back as it was found."""
        if termios is None or not sys.stdin.isatty():
            yield self
            return
        self._fd = sys.stdin.fileno()
        self._line_mode = termios.tcgetattr(self._fd)
        try:
            self._set_key_mode()
            yield self
        finally:
            self._set_line_mode()
            self._line_mode = None

    def key(self, *, meanwhile: Callable[[], bool] | None = None) -> str:
        """Wait for one key, normalised; escape sequences (arrows…) are passed over.

        While none comes, ``meanwhile`` is called again and again; nothing ("") is returned once it says True.

        Raises:
            EOFError: Ctrl-D, or the terminal is gone.
            KeyboardInterrupt: Ctrl-C.
        """
        while True:
            while meanwhile is not None and not self._has_key():
                if meanwhile():
                    return ""
            key = normalised(self._read())
            if key == _END_OF_INPUT:
                raise EOFError
            if key.startswith(_ESCAPE):
                self._pass_over_sequence()
            elif key:
                return key[0]

    def line(self, prompt: str) -> str:
        """Let the learner type and edit one line, echoed by the terminal."""
        with suppress(ImportError):
            import readline  # noqa: F401, PLC0415 - its import gives input() its editing keys
        self._set_line_mode()
        try:
            return input(prompt)
        finally:
            self._set_key_mode()

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Give the terminal to another program as it was found, and take it back in key mode."""
        self._set_line_mode()
        try:
            yield
        finally:
            self._set_key_mode()

    def _has_key(self) -> bool:
        # Where there is no key mode only waiting for a key tells whether there is one.
        return self._line_mode is None or bool(select.select([self._fd], [], [], _LOOK_EVERY_S)[0])

    def _read(self) -> str:
        if self._line_mode is None:
            return click.getchar()
        text = ""
        while not text:
            # One byte at a time: what is left stays with the terminal, and belongs to the next reader.
            received = os.read(self._fd, 1)
            if not received:
                raise EOFError
            text = self._decoder.decode(received)
        return text

    def _pass_over_sequence(self) -> None:
        if self._line_mode is not None and select.select([self._fd], [], [], _SEQUENCE_WAIT_S)[0]:
            os.read(self._fd, _SEQUENCE_BYTES)

    def _set_key_mode(self) -> None:
        if self._line_mode is None:
            return
        mode = termios.tcgetattr(self._fd)
        # Ctrl-C stays a signal; only echo and waiting for Enter go.
        mode[3] &= ~(termios.ICANON | termios.ECHO)
        mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
        termios.tcsetattr(self._fd, termios.TCSADRAIN, mode)

    def _set_line_mode(self) -> None:
        if self._line_mode is not None:
            termios.tcsetattr(self._fd, termios.TCSADRAIN, self._line_mode)
