"""What a child can be, by the name that a parent asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizzer.grader.child import evaluate, judge, submission

ROLES: Mapping[str, Callable[..., None]] = {
    "judge": judge.main,
    "submission": submission.main,
    "evaluate": evaluate.main,
}
