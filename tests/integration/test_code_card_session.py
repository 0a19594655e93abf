"""A session over cards answered in code: real store, real judge, from question to stored answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizzer.content import read_deck
from quizzer.domain.card import CardId, CardKind
from quizzer.domain.memory import Rating
from quizzer.grader.client import Grader
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.study import StudySession
from quizzer.services.study_arrange import SessionOptions
from quizzer.services.study_torch import BackgroundTorch
from quizzer.storage.store import Store, open_store

DECK = Path(__file__).parents[1] / "golden" / "study" / "coded"
NOW = datetime(2026, 3, 2, 21, 0, tzinfo=UTC)
BUG, CODE = CardId("coded/adds-the-tensor"), CardId("coded/centre-rows")


class KeptGrader:
    """The tests' grader, which a session must not close."""

    def __init__(self, grader: Grader) -> None:
        self._grader = grader

    def __getattr__(self, name: str) -> object:
        return getattr(self._grader, name)

    def close(self) -> None:
        return


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "study.db") as opened:
        with opened.write() as tx:
            tx.apply_content([read_deck(DECK)], [], origin="test", retire_missing=True, at=NOW)
        yield opened


@pytest.fixture
def session(store: Store, warm_grader: Grader) -> StudySession:
    return StudySession(
        store,
        now=lambda: NOW,
        zone=UTC,
        scheduling=SchedulerOptions(fuzz=False),
        model=Fsrs6(),
        torch=BackgroundTorch(lambda: KeptGrader(warm_grader)),
        options=SessionOptions(),
    )


def test_a_bug_named_by_its_line_is_stored_as_right(session: StudySession, store: Store) -> None:
    asked = session.next()
    assert asked is not None
    assert asked.question.card.id == BUG
    wrong, right = session.reveal("5"), session.reveal("6")
    session.answer(Rating.GOOD)

    assert (wrong.mark.correct, right.mark.correct) == (False, True)
    with store.read() as tx:
        (row,) = tx.review_rows(since=0)
    assert (row.card_id, row.rating) == (BUG, Rating.GOOD)


def test_a_typed_line_is_run_and_its_mistake_named(session: StudySession) -> None:
    session.next()
    session.skip()
    asked = session.next()
    assert asked is not None
    assert asked.question.card.kind is CardKind.CODE

    nothing = session.reveal("")
    wrong = session.reveal("x - x.mean(0)")
    right = session.reveal("x - x.mean(1)[:, None]")

    assert nothing.mark.correct is False
    assert (wrong.mark.correct, wrong.mark.mistake) == (False, "reduces-columns")
    assert set(wrong.outcomes) == {Rating.AGAIN}
    assert right.mark.correct
    session.answer(Rating.GOOD)
    assert session.tally.answered == 1


def test_a_hint_for_a_line_shows_how_it_begins(session: StudySession) -> None:
    session.next()
    session.skip()
    session.next()

    hint = session.hint()

    assert hint is not None
    assert (hint.form, hint.detail) == ("starts", "x -")
