"""Everything that lint says beyond errors, in one pass over what was read together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.content.craft import review_deck
from quizzer.content.craft_between import review_between
from quizzer.content.exercise_craft import review_exercise
from quizzer.content.ignores import review_ignores

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizzer.content.decks import LoadedDeck
    from quizzer.content.exercises import LoadedExercise
    from quizzer.content.problems import Problems
    from quizzer.content.yaml_nodes import Place


def review(decks: Sequence[LoadedDeck], exercises: Sequence[LoadedExercise] = (), *, problems: Problems) -> None:
    """Note the warnings of decks and exercises, each alone and all together, and of the comments that silence some."""
    for deck in decks:
        review_deck(deck, problems=problems)
    for exercise in exercises:
        review_exercise(exercise.exercise, exercise.place, problems=problems)
    topics = {topic for one in exercises for topic in one.exercise.topics} if exercises else None
    review_between(decks, exercise_topics=topics, problems=problems)
    review_ignores({place.path: place.text for place in _places(decks, exercises)}, problems=problems)


def _places(decks: Sequence[LoadedDeck], exercises: Sequence[LoadedExercise]) -> Iterator[Place]:
    for deck in decks:
        yield deck.place
        yield from (note.place for note in deck.notes)
    yield from (exercise.place for exercise in exercises)
