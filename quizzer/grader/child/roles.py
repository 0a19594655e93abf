"""What a child can be, by the name that a parent asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quizzer.grader.child import accelerator, evaluate, judge, submission


@dataclass(frozen=True, slots=True)
class Role:
    """What a child does with its sockets, and whether it has a folder to write in."""

    main: Callable[..., None]
    scratch: bool = False


ROLES: Mapping[str, Role] = {
    "judge": Role(judge.main),
    "bench": Role(judge.bench),
    "submission": Role(submission.main, scratch=True),
    "evaluate": Role(evaluate.main, scratch=True),
    "probe": Role(accelerator.main, scratch=True),
}

AHEAD = ("submission", "judge")
"""The roles of which one child waits, forked and locked down, for the next run."""
