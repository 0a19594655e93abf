"""What the program's exit status says: an interface, described in docs/commands.md."""

from __future__ import annotations

from enum import IntEnum

from quizzer.domain.errors import (
    EnvironmentProblem,
    InputError,
    JudgeError,
    QuizzerError,
    UsageError,
)


class ExitCode(IntEnum):
    """Exit codes by meaning."""

    OK = 0
    NEGATIVE = 1
    USAGE = 2
    INPUT = 3
    JUDGE = 4
    """The judge or quizzer itself failed; never the learner's fault."""
    ENVIRONMENT = 5
    INTERRUPTED = 130
    PIPE_CLOSED = 141


_BY_CLASS: tuple[tuple[type[QuizzerError], ExitCode], ...] = (
    (UsageError, ExitCode.USAGE),
    (InputError, ExitCode.INPUT),
    (JudgeError, ExitCode.JUDGE),
    (EnvironmentProblem, ExitCode.ENVIRONMENT),
)


def exit_code(problem: QuizzerError) -> ExitCode:
    """The exit code of an error; one of no known class is our own failure, never the learner's."""
    return next((code for class_, code in _BY_CLASS if isinstance(problem, class_)), ExitCode.JUDGE)
