"""The fork server that waits in the background for the next grade: how it is, and its end."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from quizzer.grader.frames import Closed, FrameError
from quizzer.grader.warm_place import NotPrivate, Slot
from quizzer.grader.warm_server import end, status
from quizzer.services.doctor import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "warm judge"


def examine_warm(environ: Mapping[str, str], *, keep_warm: bool) -> Finding:
    """Whether a server waits, since when, and with what; starts none."""
    off = "" if keep_warm else "; not used by commands started like this one"
    try:
        slot = Slot.of(environ, make=False)
        found = status(slot)
    except NotPrivate as problem:
        return Finding(NAME, str(problem), ok=False, advice="remove it, or set XDG_RUNTIME_DIR to a folder of your own")
    except (FileNotFoundError, ConnectionRefusedError):
        return Finding(NAME, f"not running{off}")
    except (OSError, Closed, FrameError):
        return Finding(NAME, "does not answer", advice="quizzer doctor --stop-warm ends it; the next grade replaces it")
    since = datetime.fromtimestamp(found.started_s, UTC).isoformat(timespec="seconds")
    value = (
        f"pid {found.pid}, since {since}, {found.runs} runs, idle for {found.idle_s:.0f} s, "
        f"torch {found.torch}, isolation {found.isolation}{off}"
    )
    return Finding(NAME, value, advice="quizzer doctor --stop-warm ends it")


def stop_warm(environ: Mapping[str, str]) -> bool:
    """End the server that waits; False where there was none. Runs under way are finished first."""
    try:
        slot = Slot.of(environ, make=False)
        with slot.locked():
            return end(slot)
    except OSError:
        return False
