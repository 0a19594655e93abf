"""The file that describes a deck or an exercise: read, validated, and named like its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from quizzer.content.deck_models import DeckEntry
from quizzer.content.exercise_models import ExerciseEntry
from quizzer.content.schema_messages import validated
from quizzer.content.yaml_nodes import parse, plain

if TYPE_CHECKING:
    from quizzer.content.files import Folder
    from quizzer.content.problems import Problems
    from quizzer.content.yaml_nodes import Place

Entry = TypeVar("Entry", DeckEntry, ExerciseEntry)


def read_header(
    source: Folder, file: str, model: type[Entry], *, kind: str, code: str | None, problems: Problems
) -> tuple[Entry, Place] | None:
    """The entry in ``file`` and where it stands; None after diagnostics.

    ``code`` is that of an id unlike its folder; None where the folder may have any name.
    """
    text = source.text(file)
    path = str(source.path / file)
    place = parse(path, text, problems=problems) if text is not None else None
    if place is None:
        return None
    value = plain(place.node, path=path, problems=problems)
    header = validated(model, value, place=place, problems=problems)
    if header is None:
        return None
    name = source.path.resolve().name
    if code is not None and header.id != name:
        message = f"the {kind} '{header.id}' is in a folder named '{name}'"
        problems.error(code, place.location("id"), message, hint="the two names must be equal")
    return header, place
