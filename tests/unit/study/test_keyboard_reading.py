"""Keys as a terminal sends them, read through a real pty."""

from __future__ import annotations

import os
import pty
import sys
import termios
from threading import Timer
from typing import TYPE_CHECKING

import pytest

from quizzer.cli.keys import ENTER, SPACE, Keyboard, normalised

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("１", "1"), ("４", "4"), ("　", SPACE), ("Ｕ", "u"), ("Q", "q"), ("\r", ENTER), ("？", "?"), ("－", "-")],
)
def test_keys_mean_what_an_ascii_keyboard_would_send(typed: str, meant: str) -> None:
    assert normalised(typed) == meant


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The far end of a pty whose near end is standard input."""
    far, near = pty.openpty()
    with os.fdopen(near, "r+b", buffering=0) as raw, open(raw.fileno(), encoding="utf-8", closefd=False) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield far
    os.close(far)


def echoes(fd: int) -> bool:
    return bool(termios.tcgetattr(fd)[3] & termios.ECHO)


def test_keys_are_read_one_by_one_and_none_is_lost(terminal: int) -> None:
    with Keyboard().reading() as keyboard:
        os.write(terminal, "a3１是\r".encode())

        assert [keyboard.key() for _ in range(5)] == ["a", "3", "1", "是", ENTER]


@pytest.mark.parametrize("sequence", [b"\x1b[A", b"\x1b[1;5C", b"\x1bOP", b"\x1b"])
def test_arrows_and_function_keys_are_passed_over(terminal: int, sequence: bytes) -> None:
    with Keyboard().reading() as keyboard:
        os.write(terminal, sequence)
        # The key after the sequence comes when a person presses it, not in the same breath.
        Timer(0.2, os.write, (terminal, b"q")).start()

        assert keyboard.key() == "q"


def test_meanwhile_is_called_until_a_key_comes_or_it_has_enough(terminal: int) -> None:
    calls: list[str] = []

    def press() -> bool:
        calls.append("look")
        if len(calls) in (3, 5):
            os.write(terminal, b"\x1b[A" if len(calls) == 3 else b"c")
        return len(calls) == 9

    with Keyboard().reading() as keyboard:
        assert keyboard.key(meanwhile=press) == "c"
        assert len(calls) == 5
        assert keyboard.key(meanwhile=press) == ""
        assert len(calls) == 9
        os.write(terminal, b"x")
        assert keyboard.key(meanwhile=lambda: True) == "x"


def test_ctrl_d_ends_the_input(terminal: int) -> None:
    with Keyboard().reading() as keyboard:
        os.write(terminal, b"\x04")

        with pytest.raises(EOFError):
            keyboard.key()


def test_the_terminal_is_silent_for_keys_and_given_back_as_it_was(terminal: int) -> None:
    assert echoes(terminal)

    with Keyboard().reading():
        assert not echoes(terminal)

    assert echoes(terminal)


def test_the_terminal_is_given_back_after_an_error_too(terminal: int) -> None:
    with pytest.raises(RuntimeError), Keyboard().reading():
        raise RuntimeError

    assert echoes(terminal)
