"""hashcards' Markdown: ``Q:``/``A:`` pairs and ``C:`` texts with [deletions], in and out.

The format keeps no history and no names: a card is known by its text, so an edited one is another card.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizzer.domain.card import Basic, Body, Card, Cloze, ExerciseRef, TopicId
from quizzer.domain.errors import Diagnostic, InputError, Location
from quizzer.domain.exchange import Parcel, Shipment, Skipped, SkipReason
from quizzer.domain.question import DELETION
from quizzer.domain.text import Text
from quizzer.interchange import names
from quizzer.interchange.foreign_cards import MAX_TEXT, first_words, foreign_deck
from quizzer.interchange.html_markdown import clean, media_name
from quizzer.interchange.outgoing import notes_of
from quizzer.interchange.sides import sides_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quizzer.interchange.outgoing import Outgoing

PROGRAM = "hashcards"
_STARTS = ("Q:", "A:", "C:")
_RULE = "---"
_IMAGE = re.compile(r"!\[[^\]\n]*\]\(([^)\n]*)\)")
_LINK = re.compile(r"(?<!!)\[([^\]\n]+)\]\((https?://[^)\s]+)\)")
_BRACKETED = re.compile(r"\\([\[\]])|\[((?:\\[\[\]]|[^\[\]])*)\]")
_STRAY = "I201"


@dataclass(slots=True)
class _Entry:
    """A card as it stands in the file: its parts by their letter, and the line where it begins."""

    line: int
    parts: dict[str, list[str]] = field(default_factory=dict)

    def text(self, letter: str) -> str:
        return "\n".join(self.parts.get(letter, ())).strip()


def looks_like_hashcards(text: str) -> bool:
    """Tell whether a text has a line that begins a card."""
    return re.search(r"^(?:Q|C):", text, re.MULTILINE) is not None


def read_hashcards(text: str, *, path: Path) -> Shipment:
    """The deck of one Markdown file; InputError with every line that is out of place."""
    lines = clean(text).split("\n")
    name, first = _front_matter(lines, path)
    problems: list[Diagnostic] = []
    entries = list(_entries(lines, first, path, problems))
    if problems:
        raise InputError(f"{path} is no deck of hashcards' as it stands", diagnostics=tuple(problems))
    deck = names.deck_id(name, program=PROGRAM)
    parcels: dict[str, Parcel] = {}
    skipped: list[Skipped] = []
    for entry in entries:
        for card, reason in _cards(entry, deck_name=name):
            if reason is not None or card.id in parcels:
                skipped.append(Skipped(first_words(entry.text("Q") or entry.text("C")), reason or SkipReason.REPEATED))
            else:
                parcels[card.id] = Parcel(card)
    return Shipment((foreign_deck(deck, name, source=PROGRAM),), tuple(parcels.values()), tuple(skipped))


def write_hashcards(path: Path, outgoing: Outgoing) -> int:
    """Write questions, answers and deletions; the number of cards, exercises being left out."""
    title = outgoing.deck.title.in_(outgoing.language).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    blocks = [f'{_RULE}\nname = "{title}"\n{_RULE}']
    count = 0
    for note in notes_of(outgoing.parcels):
        if isinstance(note.card.body, ExerciseRef):
            continue
        sides = sides_of(note.card, language=outgoing.language)
        if isinstance(note.card.body, Cloze):
            blocks.append(f"C: {_guarded(_with_brackets(sides.question))}")
        else:
            blocks.append(f"Q: {_guarded(sides.question)}\nA: {_guarded(sides.answer)}")
        count += len(note.parcels)
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return count


def _front_matter(lines: list[str], path: Path) -> tuple[str, int]:
    """The deck's name, and the number of the first line behind the front matter."""
    if not lines or lines[0].strip() != _RULE:
        return clean(path.stem), 0
    try:
        end = next(number for number, line in enumerate(lines[1:], start=1) if line.strip() == _RULE)
        name = tomllib.loads("\n".join(lines[1:end])).get("name", path.stem)
    except (StopIteration, tomllib.TOMLDecodeError) as error:
        hint = f'write it as {_RULE}, name = "…", {_RULE}'
        raise InputError("the front matter cannot be read", hint=hint, location=Location(str(path), 1)) from error
    # An escape in TOML may stand for any character.
    return " ".join(clean(str(name)).split()) or clean(path.stem), end + 1


def _entries(lines: list[str], first: int, path: Path, problems: list[Diagnostic]) -> Iterator[_Entry]:
    entry: _Entry | None = None
    letter = ""
    for number, line in enumerate(lines[first:], start=first + 1):
        start = line[:2] if line[:2] in _STARTS else ""
        message = _misplaced(start, line, entry)
        if message:
            problems.append(Diagnostic(Location(str(path), number), _STRAY, message))
        if start in ("Q:", "C:") or line.strip() == _RULE:
            if entry is not None:
                yield entry
            entry = _Entry(number) if start else None
        if entry is not None:
            letter = start[:1] or letter
            entry.parts.setdefault(letter, []).append(line[2:] if start else line)
    if entry is not None:
        if "Q" in entry.parts and "A" not in entry.parts:
            problems.append(Diagnostic(Location(str(path), entry.line), _STRAY, "this question has no answer"))
        yield entry


def _misplaced(start: str, line: str, entry: _Entry | None) -> str | None:
    unanswered = entry is not None and "Q" in entry.parts and "A" not in entry.parts
    if start == "A:" and not unanswered:
        return "an answer without a question"
    if unanswered and (start in ("Q:", "C:") or line.strip() == _RULE):
        return "the question before this line has no answer"
    if entry is None and not start and line.strip() not in ("", _RULE) and not line.startswith("#"):
        return "text that belongs to no card"
    return None


def _cards(entry: _Entry, *, deck_name: str) -> Iterator[tuple[Card, SkipReason | None]]:
    if "C" in entry.parts:
        text, count = _with_deletions(entry.text("C"))
        bodies: list[Body] = [Cloze(Text.of(text), number) for number in range(1, count + 1)]
        key, filled = text, count > 0
        bodies = bodies or [Cloze(Text.of(text), 1)]
    else:
        question, answer = (_plain(entry.text(letter)) for letter in "QA")
        bodies = [Basic(Text.of(question), Text.of(answer))]
        key, filled = f"{question}\x1f{answer}", bool(question and answer)
    reason = None if filled else SkipReason.EMPTY
    reason = SkipReason.TOO_LONG if len(key) > MAX_TEXT else reason
    deck = names.deck_id(deck_name, program=PROGRAM)
    guid = f"{PROGRAM}:{names.digest(key, digits=names.GUID_SLUG_DIGITS)}"
    note = names.note_id(guid, program=PROGRAM)
    for number, body in enumerate(bodies, start=1):
        card_id = names.card_id(note, number=number, alone=isinstance(body, Basic))
        source = f"{PROGRAM}: {deck_name}"
        yield Card(card_id, note, deck, TopicId(deck), body, Text(()), source, guid=guid), reason


def _plain(text: str) -> str:
    named = _IMAGE.sub(lambda found: f"(image: {media_name(found[1])})", text)
    return _LINK.sub(r"\1 (\2)", named)


def _with_deletions(text: str) -> tuple[str, int]:
    """The text with ``[…]`` as numbered deletions, and their number; a backslash makes a bracket text."""
    count = 0

    def deletion(found: re.Match[str]) -> str:
        nonlocal count
        if found[1]:
            return found[1]
        hidden = re.sub(r"\\([\[\]])", r"\1", found[2])
        if not hidden.strip():
            return found[0]
        count += 1
        return f"{{{{c{count}::{hidden}}}}}"

    images_named = _IMAGE.sub(lambda found: f"(image: {media_name(found[1])})", text)
    return _BRACKETED.sub(deletion, images_named), count


def _with_brackets(text: str) -> str:
    parts: list[str] = []
    position = 0
    for found in DELETION.finditer(text):
        parts += [_escaped(text[position : found.start()]), f"[{_escaped(found[2])}]"]
        position = found.end()
    return "".join([*parts, _escaped(text[position:])])


def _escaped(text: str) -> str:
    return re.sub(r"[\[\]]", r"\\\g<0>", text)


def _guarded(text: str) -> str:
    """Lines that would begin another card are moved in by a space."""
    lines = (f" {line}" if line.startswith((*_STARTS, _RULE)) else line for line in text.strip().split("\n"))
    return "\n".join(lines)
