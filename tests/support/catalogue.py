"""What the built-in library holds, held against what it is to teach.

``python tests/support/catalogue.py`` (``make catalogue``) writes ``docs/catalogue.md``, the totals in the README and
the list of what is still missing, ``tests/support/coverage_gaps.txt``. The tests hold all three against the content.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.content import read_library
from quizzer.domain.card import CardKind, ExerciseRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizzer.content import Library
    from quizzer.domain.card import Card, Deck
    from quizzer.domain.exercise import Exercise

ROOT = Path(__file__).resolve().parents[2]
CURRICULUM = Path(__file__).with_name("curriculum.csv")
GAPS = Path(__file__).with_name("coverage_gaps.txt")
CATALOGUE = ROOT / "docs" / "catalogue.md"
READMES = {"en": ROOT / "README.md", "zh-CN": ROOT / "README.zh-CN.md"}
KINDS = {
    "Q": CardKind.BASIC,
    "C": CardKind.CLOZE,
    "M": CardKind.CHOICE,
    "P": CardKind.COMPUTE,
    "B": CardKind.BUG,
    "O": CardKind.ORDER,
    "T": CardKind.CODE,
}
TOTALS = re.compile(r"<!-- totals -->.*?<!-- /totals -->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic that is to be taught: where, after what, by which kinds of cards, and by one of which exercises."""

    deck: str
    topic: str
    kinds: frozenset[CardKind]
    requires: frozenset[str]
    exercises: frozenset[str]


def curriculum() -> tuple[Subject, ...]:
    """Every topic that the library is to teach."""
    with CURRICULUM.open(encoding="utf-8", newline="") as file:
        return tuple(
            Subject(
                deck=row["deck"],
                topic=row["topic"],
                kinds=frozenset(KINDS[letter] for letter in row["kinds"]),
                requires=frozenset(filter(None, row["requires"].split(", "))),
                exercises=frozenset(row["exercises"].split()),
            )
            for row in csv.DictReader(file)
        )


def library() -> Library:
    """The built-in content."""
    return read_library([ROOT / "decks", ROOT / "exercises"])


def gaps(content: Library) -> list[str]:
    """What the curriculum asks for and the library does not have, a line each."""
    kinds: dict[tuple[str, str], set[CardKind]] = {}
    topics = {(deck.id, topic.id): frozenset(topic.requires) for deck in content.decks for topic in deck.topics}
    for deck in content.decks:
        for card in deck.cards:
            kinds.setdefault((deck.id, card.topic), set()).add(card.kind)
    exercises = {exercise.id for exercise in content.exercises}
    found = []
    for subject in curriculum():
        place = (subject.deck, subject.topic)
        name = "/".join(place)
        if place not in topics:
            found.append(f"{name}: no such topic")
        elif topics[place] != subject.requires:
            found.append(f"{name}: requires {sorted(topics[place])}, not {sorted(subject.requires)}")
        found += sorted(f"{name}: no {kind.value} card" for kind in subject.kinds - kinds.get(place, set()))
        if subject.exercises and not subject.exercises & exercises:
            found.append(f"{name}: no exercise")
    carded = {card.body.exercise for deck in content.decks for card in deck.cards if isinstance(card.body, ExerciseRef)}
    found += [
        f"{exercise.id}: no card leads to this exercise" for exercise in content.exercises if exercise.id not in carded
    ]
    return found


def catalogue(content: Library) -> str:
    """The page: totals, then each deck with its topics and exercises."""
    exercises = {exercise.id: exercise for exercise in content.exercises}
    lines = [
        "# Catalogue",
        "",
        "What ships with quizzer, in study order. Written by `make catalogue` from the content itself.",
        "",
        totals(content, "en"),
        "",
        "Wrong solutions are what proves an exercise: each is rejected, on every draw, by the check that it names.",
    ]
    for deck in content.decks:
        lines += ["", *_deck_lines(deck, exercises)]
    return "\n".join(lines) + "\n"


_TOTALS = {
    "en": "{decks} decks with {topics} topics and {cards} cards ({drawn} of them drawn afresh at each review); "
    "{exercises} exercises, proved by {right} right and {wrong} wrong solutions.",
    "zh-CN": "{decks} 个卡组，{topics} 个知识点，{cards} 张卡片（其中 {drawn} 张每次复习重新出题）；"
    "{exercises} 个练习，由 {right} 个正确解答和 {wrong} 个错误解答证明。",
}


def totals(content: Library, language: str) -> str:
    """One sentence of numbers."""
    cards = [card for card in notes(content.decks) if not isinstance(card.body, ExerciseRef)]
    return _TOTALS[language].format(
        decks=len(content.decks),
        topics=sum(len(deck.topics) for deck in content.decks),
        cards=len(cards),
        drawn=sum(card.kind is CardKind.COMPUTE for card in cards),
        exercises=len(content.exercises),
        right=sum(len(exercise.accepted) for exercise in content.exercises),
        wrong=sum(len(exercise.mutants) for exercise in content.exercises),
    )


def notes(decks: Iterable[Deck]) -> list[Card]:
    """One card of each note: a cloze with two deletions is one entry of its author."""
    return list({card.note: card for deck in decks for card in deck.cards}.values())


def _deck_lines(deck: Deck, exercises: dict[str, Exercise]) -> Iterator[str]:
    yield f"## {deck.title.in_('en')} · {deck.title.in_('zh-CN')}"
    yield ""
    yield deck.description.in_("en")
    yield ""
    yield "| topic | after | cards | of which |"
    yield "|---|---|---|---|"
    cards = [card for card in notes([deck]) if not isinstance(card.body, ExerciseRef)]
    for topic in deck.topics:
        kinds = Counter(card.kind.value for card in cards if card.topic == topic.id)
        shown = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
        yield f"| {topic.id} | {', '.join(topic.requires)} | {kinds.total()} | {shown} |"
    asked = [card.body.exercise for card in deck.cards if isinstance(card.body, ExerciseRef)]
    if asked:
        yield ""
        yield "| exercise | | level | checks | right solutions | wrong solutions |"
        yield "|---|---|---|---|---|---|"
    for name in asked:
        one = exercises[name]
        numbers = (one.difficulty, len(one.checks), len(one.accepted), len(one.mutants))
        yield f"| `{name}` | {one.title.in_('en')} | {' | '.join(map(str, numbers))} |"


def main() -> None:
    """Write everything that is made from the content."""
    content = library()
    CATALOGUE.write_text(catalogue(content), encoding="utf-8")
    GAPS.write_text("".join(f"{line}\n" for line in gaps(content)), encoding="utf-8")
    for language, path in READMES.items():
        path.write_text(with_totals(path.read_text(encoding="utf-8"), content, language), encoding="utf-8")


def with_totals(text: str, content: Library, language: str) -> str:
    """The README with the numbers of today."""
    return TOTALS.sub(f"<!-- totals -->\n{totals(content, language)}\n<!-- /totals -->", text)


if __name__ == "__main__":
    main()
