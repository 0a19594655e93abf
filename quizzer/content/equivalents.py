"""``equivalent.yaml``: the generated mutants of an exercise that are no mistakes, each with an author's reason."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from quizzer.content.files import Folder
from quizzer.content.ignores import Warnings
from quizzer.content.problems import Problems, did_you_mean
from quizzer.content.schema import Code, Entry, Word, Written
from quizzer.content.schema_messages import validated
from quizzer.content.yaml_nodes import parse, plain
from quizzer.domain.mutation import OPERATORS, variants
from quizzer.domain.mutation.report import Equivalent

if TYPE_CHECKING:
    from collections.abc import Collection

    from quizzer.content.yaml_nodes import Place

EQUIVALENT_FILE = "equivalent.yaml"


class EquivalentEntry(Entry):
    """A mutant, or several that are alike, and why it is no mistake."""

    subject = "equivalent"
    operator: Word
    line: Code
    becomes: Code
    reason: Written


class EquivalentsEntry(Entry):
    """equivalent.yaml."""

    subject = "file of equivalents"
    schema_: Annotated[Literal[1], Field(alias="schema")]
    equivalent: Annotated[list[EquivalentEntry], Field(min_length=1)]


def read_equivalents(folder: Path) -> tuple[Equivalent, ...]:
    """What the file in an exercise's folder says; none where there is no file. InputError with all its errors."""
    problems = Problems()
    found = _load(folder, problems=problems)
    problems.refuse(folder / EQUIVALENT_FILE)
    return found[0] if found else ()


def review_equivalents(folder: Path, accepted: Collection[str], *, problems: Problems) -> None:
    """Note the errors of the file, and each entry that fits no mutant of the accepted solutions any more (W436)."""
    found = _load(folder, problems=problems)
    if found is None:
        return
    marks, place = found
    made = [variant for source in accepted for variant in variants(source)]
    warnings = Warnings(place, problems=problems)
    for number, mark in enumerate(marks):
        if mark.operator in OPERATORS and not any(mark.covers(variant) for variant in made):
            message = f"no '{mark.operator}' of an accepted solution makes this change any more"
            hint = "take 'line' and 'becomes' from quizzer verify --mutate, or delete the entry"
            warnings.add("W436", message, "equivalent", number, "line", hint=hint)


def _load(folder: Path, *, problems: Problems) -> tuple[tuple[Equivalent, ...], Place] | None:
    source = Folder(folder, problems=problems)
    text = source.text(EQUIVALENT_FILE) if source.has(EQUIVALENT_FILE) else None
    path = str(folder / EQUIVALENT_FILE)
    place = parse(path, text, problems=problems) if text is not None else None
    if place is None:
        return None
    entry = validated(EquivalentsEntry, plain(place.node, path=path, problems=problems), place=place, problems=problems)
    if entry is None:
        return None
    for number, one in enumerate(entry.equivalent):
        if one.operator not in OPERATORS:
            message = f"there is no operator '{one.operator}'{did_you_mean(one.operator, OPERATORS)}"
            problems.error("E329", place.location("equivalent", number, "operator"), message)
    return tuple(Equivalent(one.operator, one.line, one.becomes, one.reason) for one in entry.equivalent), place
