"""The standard streams of a child."""

from __future__ import annotations

import contextlib
import os
import sys


def silence() -> None:
    """Standard input from nowhere, output and errors to nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - lives as long as the process
    redirect_output(nowhere)


def redirect_output(target: int) -> None:
    """Send output and errors to ``target``, which is closed here."""
    os.dup2(target, 1)
    os.dup2(target, 2)
    os.close(target)
    sys.stdout = open(1, "w", encoding="utf-8", errors="replace", closefd=False, buffering=1)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="replace", closefd=False, buffering=1)  # noqa: SIM115


def flush_output() -> None:
    """Send on what was printed; the learner may have replaced the streams, so whatever that raises is ignored."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(BaseException):
            stream.flush()
