"""Craft rules between cards, topics and decks: the same question twice, topics that lead nowhere or in a circle."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.content.craft import stem_key, stem_of
from quizzer.content.deck_models import BugEntry, CodeEntry, ExerciseCardEntry, OrderEntry
from quizzer.content.ignores import Warnings
from quizzer.content.problems import counted, did_you_mean
from quizzer.content.similar import alike
from quizzer.content.topics import topics_behind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from quizzer.content.deck_models import CardEntry
    from quizzer.content.decks import LoadedDeck, Note
    from quizzer.content.problems import Problems
    from quizzer.domain.card import TopicId

MANY_CARDS = 8
"""So many cards about one topic ask for an exercise that uses it."""


def review_between(decks: Sequence[LoadedDeck], *, exercise_topics: Collection[str] | None, problems: Problems) -> None:
    """Note every warning that only shows between entries; ``exercise_topics`` is None where no exercises were read."""
    _review_questions(decks, problems=problems)
    requires: dict[TopicId, set[TopicId]] = {}
    for deck in decks:
        for topic in deck.topics:
            requires.setdefault(topic.id, set()).update(topic.requires)
    # What cannot be read may be the very card or exercise that a topic seems to lack.
    broken = {error.location.path for error in problems.errors()}
    for deck in decks:
        warnings = Warnings(deck.place, problems=problems)
        folder = f"{Path(deck.place.path).parent}{os.sep}"
        if not any(path.startswith(folder) for path in broken):
            _review_topics(deck, warnings, exercise_topics=exercise_topics)
        if len(decks) > 1:
            _review_requirements(deck, warnings, decks=len(decks), known=requires.keys())
        for note in deck.notes:
            for place, required in enumerate(note.entry.requires):
                if note.entry.topic in topics_behind(required, requires):
                    message = f"'{required}' itself requires '{note.entry.topic}'"
                    Warnings(note.place, problems=problems).add("W430", message, "requires", place)


def _review_questions(decks: Sequence[LoadedDeck], *, problems: Problems) -> None:
    asked = list(_questions(decks))
    seen: dict[tuple[str, str], int] = {}
    for number, (deck, note, text, shown) in enumerate(asked):
        first = seen.setdefault((text, shown), number)
        if first != number:
            message = f"the card '{_name(*asked[first][:2], seen_from=deck)}' asks the very same"
            Warnings(note.place, problems=problems).add("W421", message, stem_key(note.entry))
    for earlier, later in alike([f"{text}```{shown}```" if shown else text for _, _, text, shown in asked]):
        deck, note, _, _ = asked[later]
        message = f"the card '{_name(*asked[earlier][:2], seen_from=deck)}' asks nearly the same"
        hint = "ask one of them for something else, or leave it out"
        Warnings(note.place, problems=problems).add("W426", message, stem_key(note.entry), hint=hint)


def _questions(decks: Sequence[LoadedDeck]) -> Iterator[tuple[LoadedDeck, Note, str, str]]:
    """Each card that asks something: its question, and the code that is part of it."""
    for deck in decks:
        for note in deck.notes:
            text = next(iter(stem_of(note.entry).values()), "")
            if text:
                yield deck, note, text, _shown_with(note.entry)


def _shown_with(entry: CardEntry) -> str:
    if type(entry) is BugEntry:
        return entry.code
    if type(entry) is OrderEntry:
        return "\n".join(sorted(entry.lines))
    return "\n".join(entry.cases) if type(entry) is CodeEntry else ""


def _name(deck: LoadedDeck, note: Note, *, seen_from: LoadedDeck) -> str:
    return note.entry.id if deck is seen_from else f"{deck.id}/{note.entry.id}"


def _review_topics(deck: LoadedDeck, warnings: Warnings, *, exercise_topics: Collection[str] | None) -> None:
    cards = Counter(note.entry.topic for note in deck.notes)
    coded = {note.entry.topic for note in deck.notes if type(note.entry) is ExerciseCardEntry}
    for number, topic in enumerate(deck.header.topics):
        if not cards[topic.id]:
            warnings.add("W422", f"no card is about the topic '{topic.id}'", "topics", number)
        if exercise_topics is None or cards[topic.id] < MANY_CARDS:
            continue
        if topic.id not in coded and topic.id not in exercise_topics:
            message = f"{cards[topic.id]} cards and no exercise are about the topic '{topic.id}'"
            warnings.add("W429", message, "topics", number)


def _review_requirements(deck: LoadedDeck, warnings: Warnings, *, decks: int, known: Collection[TopicId]) -> None:
    for number, topic in enumerate(deck.topics):
        for key, named in (("requires", topic.requires), ("confused_with", topic.confused_with)):
            for place, other in enumerate(named):
                if other not in known:
                    message = f"none of {counted(decks, 'deck')} has the topic '{other}'{did_you_mean(other, known)}"
                    warnings.add("W423", message, "topics", number, key, place)
