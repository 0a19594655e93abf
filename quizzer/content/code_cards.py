"""Cards that are answered in code: a line to find or to type, and Python that must at least parse.

Whether the code does what the card says is proved by running it, which this package never does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quizzer.content.compute import DEFAULT_TOLERANCE
from quizzer.content.python_source import PythonError, parse_python
from quizzer.domain.card import Bug, Code, NamedMistake
from quizzer.domain.text import Text

if TYPE_CHECKING:
    from quizzer.content.deck_models import BugEntry, CodeEntry
    from quizzer.content.problems import Problems
    from quizzer.content.yaml_nodes import Place


def bug_body(entry: BugEntry) -> Bug:
    """The body of a bug card."""
    return Bug(
        prompt=Text.of(entry.prompt),
        code=entry.code.rstrip(),
        line=entry.line,
        fix=entry.fix.rstrip(),
        setup=entry.setup or "",
        check=entry.check,
        error=entry.error,
    )


def check_bug(entry: BugEntry, *, place: Place, problems: Problems) -> None:
    """Note everything about a bug card that cannot be right."""
    body = bug_body(entry)
    for key in ("setup", "code", "check"):
        _check_python(getattr(body, key), key, place=place, problems=problems)
    count = len(body.lines)
    if not 1 <= body.line <= count:
        problems.error("E315", place.location("line"), f"the code has lines 1 to {count}")
    elif body.lines[body.line - 1].rstrip() == body.fix.rstrip():
        # Spaces before the line count: what is wrong may be the block that it stands in.
        problems.error("E315", place.location("fix"), f"the fix is what line {body.line} already says")
    else:
        _check_python(body.fixed, "fix", place=place, problems=problems)


def code_body(entry: CodeEntry) -> Code:
    """The body of a code card."""
    return Code(
        prompt=Text.of(entry.prompt),
        cases=tuple(entry.cases),
        answer=entry.answer.rstrip(),
        compare=tuple(entry.compare),
        accept=tuple(entry.accept),
        mistakes=tuple(NamedMistake(m.code, m.mistake, Text.of(m.feedback)) for m in entry.mistakes),
        tolerance=entry.tolerance or DEFAULT_TOLERANCE,
    )


def check_code(entry: CodeEntry, *, place: Place, problems: Problems) -> None:
    """Note everything about a code card that cannot be right."""
    body = code_body(entry)
    _check_python(body.answer, "answer", place=place, problems=problems)
    for key, sources in (("cases", body.cases), ("accept", body.accept)):
        for number, source in enumerate(sources):
            _check_python(source, key, number, place=place, problems=problems)
    for number, wrong in enumerate(body.mistakes):
        _check_python(wrong.code, "mistakes", number, "code", place=place, problems=problems)
    for number, expression in enumerate(body.compare):
        _check_python(expression, "compare", number, place=place, problems=problems, mode="eval")
    _check_repeats(body, place=place, problems=problems)


def _check_repeats(body: Code, *, place: Place, problems: Problems) -> None:
    seen = {body.answer.strip(): "the answer"}
    named = [(line, ("accept", number)) for number, line in enumerate(body.accept)]
    named += [(wrong.code, ("mistakes", number)) for number, wrong in enumerate(body.mistakes)]
    for line, loc in named:
        first = seen.setdefault(line.strip(), f"{loc[0]} {loc[1] + 1}")
        if first != f"{loc[0]} {loc[1] + 1}":
            problems.error("E316", place.location(*loc), f"this line is {first} already")


def _check_python(
    source: str, *loc: str | int, place: Place, problems: Problems, mode: Literal["exec", "eval"] = "exec"
) -> None:
    try:
        parse_python(source, mode=mode)
    except PythonError as error:
        problems.error("E310", place.at(*loc).inside_block(error.line, error.column), error.message)
