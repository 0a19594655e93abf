"""A judged submission as workflow commands of GitHub Actions, which shows them beside the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizzer.domain.verdict import Verdict
from quizzer.reports.markdown import without_controls
from quizzer.reports.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizzer.domain.classroom import Row
    from quizzer.domain.verdict import CheckResult

_OWN_LINE = re.compile(r"\bline (\d+)")


def github_lines(row: Row, *, language: str) -> Iterator[str]:
    """An error for each property that does not hold, or one for the whole run; a notice for what was accepted."""
    result = row.result
    if result is None:
        yield _command("error", row.file, row.exercise or "quizzer", row.problem or "")
        return
    if result.accepted:
        message = f"{say(language, 'AC')} ({result.score:g}/{result.max_score:g})"
        yield _command("notice", row.file, result.exercise, message)
        return
    if result.message is not None or result.verdict is Verdict.JE:
        text = result.message.in_(language) if result.message else say(language, "JE")
        yield _command("error", row.file, f"{result.exercise}: {say(language, result.verdict.value)}", text)
    for check in result.checks:
        if not check.verdict.accepted and not check.not_run:
            yield _command(
                "error", row.file, f"{result.exercise}: {check.title.in_(language)}", _remark(check, language)
            )


def _remark(check: CheckResult, language: str) -> str:
    message = check.message.in_(language).strip("\n") if check.message else say(language, check.verdict.value)
    if check.hint is None:
        return message
    return f"{message}\n{say(language, 'hint', text=check.hint.in_(language).strip())}"


def _command(kind: str, file: str, title: str, message: str) -> str:
    message = without_controls(message)
    # Of a traceback the last line is where it happened.
    lines = _OWN_LINE.findall(message)
    line = lines[-1] if lines else "1"
    titled = escaped_property(without_controls(title))
    return f"::{kind} file={escaped_property(file)},line={line},title={titled}::{escaped(message)}"


def escaped(text: str) -> str:
    """A text as the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    """A text as a property of a workflow command, where commas and colons part."""
    return escaped(text).replace(":", "%3A").replace(",", "%2C")
