"""Looking at real processes: who lives, who descends from whom."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from quizzer.grader.client import Grader


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def descendants(pid: int) -> list[int]:
    try:
        children = [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
    return children + [grandchild for child in children for grandchild in descendants(child)]


def server_of(grader: Grader) -> int:
    """The process that forks: in namespaces it is a child of the one that was started."""
    grader.wait_until_warm()
    inner = descendants(grader.server_pid)
    return inner[0] if inner else grader.server_pid


def until(condition: Callable[[], bool], *, seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return condition()
