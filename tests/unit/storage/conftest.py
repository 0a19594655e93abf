"""A store in a real file, and small decks, exercises, answers and results to put into it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from quizzer.domain.card import (
    Basic,
    Body,
    Card,
    CardId,
    Deck,
    DeckId,
    ExerciseId,
    ExerciseRef,
    NoteId,
    Topic,
    TopicId,
)
from quizzer.domain.exercise import CheckInfo, EntryPoint, Exercise, ExerciseKind
from quizzer.domain.memory import Learning, Memory, Progress, Rating, Relearning, Review, StudyDay
from quizzer.domain.review import AnswerRecord
from quizzer.domain.text import Text
from quizzer.domain.verdict import CheckResult, GradeResult, Verdict
from quizzer.storage.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from quizzer.domain.candidate import Candidates, ReviewOrder
    from quizzer.domain.library import SyncReport
    from quizzer.storage.store import Store

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
TODAY = StudyDay(NOON.date().toordinal())
ROLLOVER = datetime(2026, 3, 11, 4, tzinfo=UTC)


def a_card(
    name: str, *, deck: str = "layers", topic: str = "nn.Linear", body: Body | None = None, **more: object
) -> Card:
    slug = name.split("#", maxsplit=1)[0]
    plain = Card(
        id=CardId(f"{deck}/{name}"),
        note=NoteId(f"{deck}/{slug}"),
        deck=DeckId(deck),
        topic=TopicId(topic),
        body=body or Basic(Text.of({"en": f"What is {name}?", "zh-CN": f"{name} 是什么？"}), Text.of("An answer.")),
        why=Text.of("Because."),
        source="the manual",
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def a_deck(
    *cards: Card, deck: str = "layers", topics: Sequence[Topic] = (Topic(TopicId("nn.Linear")),), version: str = "1"
) -> Deck:
    return Deck(
        id=DeckId(deck),
        version=version,
        title=Text.of({"en": "Layers", "zh-CN": "层"}),
        description=Text.of("What layers do."),
        licence="MIT",
        topics=tuple(topics),
        cards=cards,
    )


def an_exercise(name: str = "dropout", *, version: str = "v1", **more: object) -> Exercise:
    plain = Exercise(
        id=ExerciseId(name),
        version=version,
        title=Text.of("Implement it"),
        kind=ExerciseKind.IMPLEMENT,
        difficulty=2,
        topics=(TopicId("nn.Dropout"),),
        entry_points=(EntryPoint("Dropout", "class Dropout(nn.Module)"),),
        statement=Text.of({"en": "Write it.", "zh-CN": "写出来。"}),
        starter="# quizzer: dropout\n",
        checks=(CheckInfo("scales", Text.of("Scales"), 2.0), CheckInfo("drops", Text.of("Drops"), 1.0)),
        checks_source="def scales(learner, case): ...",
        reference="class Dropout: ...",
        accepted={"reference.py": "class Dropout: ..."},
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def exercise_card(name: str = "dropout") -> Card:
    return a_card(f"exercise-{name}", topic="nn.Dropout", body=ExerciseRef(ExerciseId(name)))


def a_result(
    verdict: Verdict, *, exercise: str = "dropout", version: str = "v1", graded_at: datetime = NOON
) -> GradeResult:
    points = 2.0 if verdict.accepted else 0.5
    return GradeResult(
        exercise=ExerciseId(exercise),
        exercise_version=version,
        verdict=verdict,
        checks=(CheckResult("scales", Text.of("Scales"), verdict, points, 2.0, Text.of("Twice too large.")),),
        seed=7,
        isolation="full",
        device="cpu",
        torch_version="2.13.0",
        duration_s=0.25,
        graded_at=graded_at,
        output="hello\n",
    )


MEMORY = Memory(stability=3.1, difficulty=5.25)


def learning(*, due_at: datetime, step: int = 0, on: StudyDay = TODAY, at: datetime = NOON) -> Learning:
    return Learning(MEMORY, step, due_at, at, on)


def relearning(*, due_at: datetime) -> Relearning:
    return Relearning(MEMORY, 0, due_at, NOON, TODAY)


def review(*, due_on: int, interval_days: int = 3, on: StudyDay = TODAY, at: datetime = NOON) -> Review:
    return Review(MEMORY, interval_days, StudyDay(due_on), at, on)


class Desk:
    """A store with a learner at it: ``sync`` puts content in, ``answer`` moves a card to a schedule."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @property
    def path(self) -> Path:
        return self.store.path

    def sync(
        self,
        *decks: Deck,
        exercises: Sequence[Exercise] = (),
        origin: str = "builtin",
        retire: bool = True,
        at: datetime = NOON,
    ) -> SyncReport:
        with self.store.write() as tx:
            return tx.apply_content(decks, exercises, origin=origin, retire_missing=retire, at=at)

    def progress(self, card: str) -> Progress:
        with self.store.read() as tx:
            return tx.progress(CardId(card))

    def record(self, card: str, schedule: Learning | Review | Relearning, **more: object) -> AnswerRecord:
        before = self.progress(card)
        plain = AnswerRecord(
            card_id=CardId(card),
            rating=Rating.GOOD,
            before=before,
            after=Progress(schedule, before.repetitions + 1, before.lapses),
            answered_at=NOON,
            answered_on=TODAY,
            interval_s=600.0,
            elapsed_days=0,
            scheduled_days=0,
            duration_s=4.5,
        )
        return replace(plain, **more)  # type: ignore[arg-type]

    def answer(self, card: str, schedule: Learning | Review | Relearning, **more: object) -> int:
        record = self.record(card, schedule, **more)
        with self.store.write() as tx:
            return tx.record_answer(record)

    def candidates(
        self,
        *,
        deck: str | None = None,
        limit: int = 100,
        today: int = TODAY,
        now: datetime = NOON,
        **more: ReviewOrder | int,
    ) -> Candidates:
        with self.store.read() as tx:
            return tx.candidates(
                now=now,
                today=StudyDay(today),
                next_rollover_at=ROLLOVER + timedelta(days=today - TODAY),
                deck=None if deck is None else DeckId(deck),
                limit=limit,
                **more,
            )

    def dump(self) -> list[str]:
        return dump(self.path)


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_store(tmp_path / "quizzer.db") as store:
        yield Desk(store)


@pytest.fixture
def make() -> SimpleNamespace:
    """The builders of this file: test modules import nothing from each other."""
    return SimpleNamespace(
        NOON=NOON,
        TODAY=TODAY,
        ROLLOVER=ROLLOVER,
        card=a_card,
        deck=a_deck,
        exercise=an_exercise,
        exercise_card=exercise_card,
        result=a_result,
        learning=learning,
        relearning=relearning,
        review=review,
        dump=dump,
    )
