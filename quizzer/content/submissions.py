"""The solutions that come with an exercise: accepted ones, and wrong ones that name the check that catches them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.content.problems import did_you_mean
from quizzer.content.python_source import module_tree, top_level_names
from quizzer.domain.exercise import Mutant
from quizzer.domain.text import DEFAULT_LANGUAGE, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from quizzer.content.files import Folder
    from quizzer.content.problems import Problems
    from quizzer.domain.exercise import CheckInfo, EntryPoint

SUBMISSIONS_FOLDER = "submissions"
ACCEPTED_FOLDER = f"{SUBMISSIONS_FOLDER}/accepted"
REFERENCE_FILE = "reference.py"
VERDICTS = {"wrong_answer": "WA", "time_limit": "TLE", "run_time_error": "RTE"}
"""The folders of wrong solutions, and the verdict that each expects."""
MIN_ACCEPTED = 2

_HEADER_LINES = 4
_MISTAKE = re.compile(r"#\s*mistake(?:\[(?P<language>[A-Za-z-]+)\])?:\s*(?P<text>\S.*?)\s*")
_CAUGHT_BY = re.compile(r"#\s*caught-by:\s*(\S+)\s*")


@dataclass(frozen=True, slots=True)
class Expected:
    """What submissions are held against; ``checks`` is None where checks.py cannot be read."""

    entry_points: Sequence[EntryPoint]
    checks: Sequence[CheckInfo] | None


def read_accepted(folder: Folder, expected: Expected, *, problems: Problems) -> dict[str, str]:
    """Name and source of each accepted solution; there must be two, one of them reference.py."""
    accepted: dict[str, str] = {}
    for path in _python_files(folder, ACCEPTED_FOLDER, problems=problems):
        source = folder.text(path)
        if source is None:
            continue
        accepted[path.rpartition("/")[2]] = source
        _check_entry_points(folder, path, source, expected.entry_points, problems=problems)
    if REFERENCE_FILE not in accepted and not folder.has(f"{ACCEPTED_FOLDER}/{REFERENCE_FILE}"):
        location = folder.location(f"{ACCEPTED_FOLDER}/{REFERENCE_FILE}")
        problems.error("E101", location, "this file is missing", hint="the solution that learners see")
    if len(accepted) < MIN_ACCEPTED:
        message = f"an exercise needs {MIN_ACCEPTED} accepted solutions in different styles"
        problems.error("E324", folder.location(ACCEPTED_FOLDER), message)
    return accepted


def read_mutants(folder: Folder, expected: Expected, *, problems: Problems) -> tuple[Mutant, ...]:
    """The wrong solutions in name order, each with its verdict and the check that must catch it."""
    return tuple(
        mutant
        for name, verdict in VERDICTS.items()
        for path in _python_files(folder, f"{SUBMISSIONS_FOLDER}/{name}", problems=problems)
        for mutant in _mutant(folder, path, verdict, expected, problems=problems)
    )


def check_folders(folder: Folder, *, problems: Problems) -> None:
    """Report folders of submissions that nobody would read."""
    known = (ACCEPTED_FOLDER, *(f"{SUBMISSIONS_FOLDER}/{name}" for name in VERDICTS))
    for path in folder.names(SUBMISSIONS_FOLDER):
        if path not in known:
            short = [name.rpartition("/")[2] for name in known]
            message = f"this is none of {', '.join(short)}{did_you_mean(path.rpartition('/')[2], short)}"
            problems.error("E323", folder.location(path), message)


def _python_files(folder: Folder, below: str, *, problems: Problems) -> Iterator[str]:
    for path in folder.names(below):
        if path.endswith(".py"):
            yield path
        else:
            problems.error("E323", folder.location(path), "only .py files may be among the submissions")


def _mutant(folder: Folder, path: str, verdict: str, expected: Expected, *, problems: Problems) -> Iterator[Mutant]:
    source = folder.text(path)
    if source is None:
        return
    module_tree(str(folder.path / path), source, problems=problems)
    header = _CAUGHT_BY.fullmatch(source.split("\n", 1)[0])
    caught_by = header.group(1) if header else None
    if caught_by is None and verdict == "WA":
        hint = "write '# caught-by: CHECK' there"
        problems.error("E325", folder.location(path, 1, 1), "the first line names no check", hint=hint)
    if caught_by is not None and expected.checks is not None:
        _check_known(folder, path, caught_by, [check.id for check in expected.checks], problems=problems)
    yield Mutant(path, source, caught_by, verdict, mistake=_mistake(source))


def _mistake(source: str) -> Text | None:
    """What the comments at the top of a wrong solution say to whoever writes the same."""
    told: dict[str, str] = {}
    for line in source.split("\n", _HEADER_LINES)[:_HEADER_LINES]:
        found = _MISTAKE.fullmatch(line)
        if found:
            told[found["language"] or DEFAULT_LANGUAGE] = found["text"]
    return Text.of(told) if told else None


def _check_known(folder: Folder, path: str, caught_by: str, known: Collection[str], *, problems: Problems) -> None:
    if caught_by not in known:
        message = f"there is no check '{caught_by}'{did_you_mean(caught_by, known)}"
        hint = f"checks: {', '.join(known)}" if known else None
        problems.error("E326", folder.location(path, 1, 1), message, hint=hint)


def _check_entry_points(
    folder: Folder, path: str, source: str, entry_points: Sequence[EntryPoint], *, problems: Problems
) -> None:
    tree = module_tree(str(folder.path / path), source, problems=problems)
    if tree is None:
        return
    defined = top_level_names(tree)
    for point in entry_points:
        if point.name not in defined:
            message = f"this solution does not define '{point.name}'{did_you_mean(point.name, defined)}"
            problems.error("E327", folder.location(path), message)
