"""An exception of the learner's code as the learner reads it: the own lines alone, and what led to it."""

from __future__ import annotations

from collections.abc import Iterator

from quizzer.checks.errors import Link, Raised, RemoteError, SourceLine
from quizzer.grader.carets import quoted
from quizzer.grader.words import words

_LONGEST = 20_000
_LINKS = {Link.CAUSE: "caused", Link.CONTEXT: "while_handling"}


def raised_text(error: RemoteError) -> dict[str, str]:
    """What a check that met the exception tells."""
    told = words("raised")
    for tag in told:
        asked = (error.asked or {}).get(tag)
        told[tag] = told[tag] if asked is None else words("raised_by", asked=asked)[tag]
    traceback = traceback_text(error)
    return {tag: f"{sentence}\n{traceback[tag]}" for tag, sentence in told.items()}


def traceback_text(error: RemoteError) -> dict[str, str]:
    """The learner's own lines, then the exception; before that whatever it was raised from."""
    return {tag: "\n".join(_chain(error, tag))[:_LONGEST] for tag in ("en", "zh-CN")}


def _chain(error: RemoteError, tag: str) -> Iterator[str]:
    name = error.type_names[0] if error.type_names else "Exception"
    for one in error.chain or (Raised(name, error.message, error.lines),):
        if one.link is not Link.NONE:
            yield words(_LINKS[one.link])[tag]
        yield from _one(one, tag)


def _one(raised: Raised, tag: str, indent: str = "") -> Iterator[str]:
    for line in raised.lines:
        yield from _line(line, tag, indent)
    summary = f"{raised.type_name}: {raised.message}" if raised.message else raised.type_name
    yield from (indent + part for part in summary.split("\n"))
    for number, member in enumerate(raised.members, 1):
        yield f"{indent}  {words('member', number=number)[tag]}"
        yield from _one(member, tag, indent + "    ")


def _line(line: SourceLine, tag: str, indent: str) -> Iterator[str]:
    key = "trace_top" if line.function == "<module>" else "trace_line"
    yield f"{indent}  {words(key, number=line.number, function=line.function)[tag]}"
    if line.text.strip():
        yield quoted(line.text, line.caret, indent=f"{indent}    ")
    if line.repeats is not None:
        lines, times = line.repeats
        yield f"{indent}  {words('repeats_1' if lines == 1 else 'repeats', lines=lines, times=times)[tag]}"
