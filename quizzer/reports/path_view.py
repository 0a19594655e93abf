"""``quizzer path``: all decks with what comes next, or one deck with its topics and exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text as RichText

from quizzer.domain.learning_path import Standing
from quizzer.reports.tables import pairs, table
from quizzer.reports.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizzer.domain.card import TopicId
    from quizzer.domain.learning_path import DeckStep, ExerciseStep, LearningPath
    from quizzer.reports.card_page import PageStyle

_NEXT_SHOWN = 3
_WAITS_SHOWN = 1


def path_page(path: LearningPath, *, style: PageStyle) -> list[RichText]:
    """The decks in order, then the topics and exercises that come next."""
    language = style.language
    if not path.decks:
        return [RichText(say(language, "no_decks"))]
    headings = [say(language, name) for name in ("deck", "title", "cards_learned", "exercises_solved", "standing")]
    rows = [
        (
            deck.id,
            deck.title.in_(language),
            f"{deck.learned}/{deck.cards}",
            _solved(deck),
            _standing(deck.standing, deck.waits_for, language=language),
        )
        for deck in path.decks
    ]
    lines = table(headings, rows, wrapped=4, numbers=frozenset({2, 3}), style=style)
    following = list(_next(path, language=language))
    return [*lines, RichText(), *pairs(following, style=style)]


def deck_page(deck: DeckStep, *, style: PageStyle) -> list[RichText]:
    """The topics of a deck in order, then its exercises."""
    language = style.language
    headings = [say(language, name) for name in ("topic", "cards_learned", "standing")]
    topics = [
        (topic.id, f"{topic.learned}/{topic.cards}", _standing(topic.standing, topic.waits_for, language=language))
        for topic in deck.topics
    ]
    lines = [RichText(deck.title.in_(language), style="bold"), RichText()]
    lines += table(headings, topics, wrapped=2, numbers=frozenset({1}), style=style)
    if not deck.exercises:
        return lines
    headings = [say(language, name) for name in ("exercise", "title", "level", "standing")]
    exercises = [
        (one.id, one.title.in_(language), str(one.difficulty), _exercise_standing(one, language=language))
        for one in deck.exercises
    ]
    return [*lines, RichText(), *table(headings, exercises, wrapped=1, numbers=frozenset({2}), style=style)]


def path_object(steps: Iterable[DeckStep], *, language: str) -> dict[str, Any]:
    """The object of ``path --json``."""
    return {
        "decks": [
            {
                "id": deck.id,
                "title": deck.title.in_(language),
                "standing": deck.standing.value,
                "topics": [
                    {
                        "id": topic.id,
                        "standing": topic.standing.value,
                        "cards": topic.cards,
                        "new": topic.new,
                        "learned": topic.learned,
                        "waits_for": list(topic.waits_for),
                    }
                    for topic in deck.topics
                ],
                "exercises": [
                    {
                        "id": one.id,
                        "title": one.title.in_(language),
                        "difficulty": one.difficulty,
                        "topic": one.topic,
                        "solved": one.solved,
                        "waits_for": list(one.waits_for),
                    }
                    for one in deck.exercises
                ],
            }
            for deck in steps
        ]
    }


def _solved(deck: DeckStep) -> str:
    return f"{deck.solved}/{len(deck.exercises)}" if deck.exercises else "-"


def _standing(standing: Standing, waits_for: Sequence[TopicId], *, language: str) -> str:
    if standing is not Standing.WAITS:
        return say(language, f"standing_{standing.value}")
    shown = ", ".join(waits_for[:_WAITS_SHOWN])
    more = len(waits_for) - _WAITS_SHOWN
    if more <= 0:
        return say(language, "standing_waits", topics=shown)
    return say(language, "standing_waits_more", topics=shown, count=more)


def _exercise_standing(exercise: ExerciseStep, *, language: str) -> str:
    if exercise.solved:
        return say(language, "solved")
    return _standing(Standing.WAITS if exercise.waits_for else Standing.OPEN, exercise.waits_for, language=language)


def _next(path: LearningPath, *, language: str) -> Iterable[tuple[str, str]]:
    topics = ", ".join(topic.id for topic in path.next_topics[:_NEXT_SHOWN])
    yield say(language, "next_topics"), topics or say(language, "none_left")
    exercises = path.next_exercises[:_NEXT_SHOWN]
    if exercises:
        names = "\n".join(f"{one.id}: {one.title.in_(language)}" for one in exercises)
        yield say(language, "next_exercises"), names
    yield say(language, "go_on"), "quizzer study"
