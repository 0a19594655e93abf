"""The public face for authors of hidden checks: ``from quizzer.checks import cached, check, expect``.

Checks run in the judge process. They know nothing of the grader: the remote learner is handed in.
"""

from quizzer.checks import expect
from quizzer.checks.caching import cached
from quizzer.checks.case import Case
from quizzer.checks.errors import CheckFailed, RemoteError
from quizzer.checks.registry import CheckSpec, check

__all__ = ["Case", "CheckFailed", "CheckSpec", "RemoteError", "cached", "check", "expect"]
