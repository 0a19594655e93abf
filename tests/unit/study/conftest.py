"""A store with the small deck of every card kind, and a session over it with a clock that tests move."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest

from quizzer.content.decks import read_deck
from quizzer.domain.card import CardId, CardKind, ExerciseId, TopicId
from quizzer.domain.exercise import CheckInfo, EntryPoint, Exercise, ExerciseKind
from quizzer.domain.marking import mark
from quizzer.domain.memory import Rating
from quizzer.domain.text import Text
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.study import StudySession
from quizzer.services.study_arrange import SessionOptions
from quizzer.services.study_torch import BackgroundTorch
from quizzer.storage.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from quizzer.domain.card import Compute, Scalar
    from quizzer.domain.memory import Schedule
    from quizzer.services.study_turn import Asked

MINI = Path(__file__).parents[2] / "golden" / "study" / "mini"
MONDAY = datetime(2026, 3, 2, 21, 0, tzinfo=UTC)

DROPOUT = Exercise(
    id=ExerciseId("mini-dropout"),
    version="v1",
    title=Text.of({"en": "Implement Dropout", "zh-CN": "实现 Dropout"}),
    kind=ExerciseKind.IMPLEMENT,
    difficulty=1,
    topics=(TopicId("Dropout in code"),),
    entry_points=(EntryPoint("Dropout", "class Dropout(nn.Module)"),),
    statement=Text.of(
        {"en": "# Implement Dropout\n\nWrite `Dropout(p)`.\n", "zh-CN": "# 实现 Dropout\n\n写出 `Dropout(p)`。\n"}
    ),
    starter="# quizzer: mini-dropout\nclass Dropout: ...\n",
    checks=(CheckInfo("scales", Text.of("Survivors are scaled"), 1),),
    checks_source="",
    reference="",
)


class Clock:
    """Tells the time that a test set."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **duration: float) -> None:
        self.now += timedelta(**duration)


@dataclass(frozen=True)
class Answered:
    answer: object
    derived: Mapping[str, object]
    mistakes: tuple[object, ...] = ()


class PlainJudge:
    """Answers the compute cards of the small deck without torch; ``failure`` is raised instead where set."""

    def __init__(self) -> None:
        self.failure: Exception | None = None
        self.evaluated = 0
        self.warmed = 0
        self.was_warmed = Event()

    def evaluate(self, _body: Compute, values: Mapping[str, Scalar]) -> Answered:
        if self.failure is not None:
            raise self.failure
        self.evaluated += 1
        if "i" in values:
            i, o, n = (int(values[name]) for name in "ion")
            return Answered([n, o], {"count": i * o + o})
        if "p" in values:
            return Answered(1 / (1 - float(values["p"])), {})
        n, k = int(values["n"]), int(values["k"])
        size = -(-n // k)
        return Answered([min(size, n - start) for start in range(0, n, size)], {})

    def wait_until_warm(self) -> None:
        self.warmed += 1
        self.was_warmed.set()

    def close(self) -> None:
        return


@pytest.fixture
def clock() -> Clock:
    return Clock(MONDAY)


@pytest.fixture
def judge() -> PlainJudge:
    return PlainJudge()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "study.db") as opened:
        with opened.write() as tx:
            tx.apply_content([read_deck(MINI)], [DROPOUT], origin="test", retire_missing=True, at=MONDAY)
        yield opened


@pytest.fixture
def start(store: Store, clock: Clock, judge: PlainJudge) -> Callable[..., StudySession]:
    """Begin a session over the store: ``start(cards=3, language="zh-CN")``."""

    def begin(*, scheduling: SchedulerOptions | None = None, **options: object) -> StudySession:
        return StudySession(
            store,
            now=clock,
            zone=UTC,
            scheduling=scheduling or SchedulerOptions(new_per_day=100, fuzz=False),
            model=Fsrs6(),
            torch=BackgroundTorch(lambda: judge),
            options=SessionOptions(**options),
        )

    return begin


@pytest.fixture
def stored(store: Store) -> Callable[[str], Schedule]:
    """The schedule of a card as the database has it."""

    def look_up(card_id: str) -> Schedule:
        with store.read() as tx:
            return tx.progress(CardId(card_id)).schedule

    return look_up


@pytest.fixture
def answer_right() -> Callable[..., None]:
    """Answers the card in front of the learner as somebody who knows it."""

    def answer(session: StudySession, asked: Asked, rating: Rating = Rating.GOOD) -> None:
        session.reveal(right_answer(session, asked))
        session.answer(rating)

    return answer


@pytest.fixture
def study_all(answer_right: Callable[..., None]) -> Callable[..., list[CardId]]:
    """Answers everything that comes, and tells the cards in the order shown."""

    def study(session: StudySession, rating: Rating = Rating.GOOD) -> list[CardId]:
        shown = []
        while (asked := session.next()) is not None:
            shown.append(asked.question.card.id)
            if asked.exercise is not None:
                session.wait_for_grading()
            else:
                answer_right(session, asked, rating)
        return shown

    return study


def right_answer(session: StudySession, asked: Asked) -> str:
    question = asked.question
    if question.card.kind is CardKind.ORDER:
        return "".join(question.letters[question.places.index(line)] for line in range(len(question.lines)))
    if question.card.kind is CardKind.COMPUTE:
        return session.reveal("").mark.answer.strip("`")
    return mark(question, "").answer[:1] if question.card.kind is CardKind.CHOICE else mark(question, "").answer
