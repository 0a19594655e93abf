"""A deck leaves as a file and arrives in an empty home: the same cards, answers and due dates, as commands tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from quizzer.domain.card import CardId
from quizzer.domain.memory import Rating
from quizzer.domain.review import AnswerRecord
from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.moment import moment_at
from quizzer.scheduler.options import SchedulerOptions
from quizzer.storage.store import open_store

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from conftest import Program

BEGIN = datetime(2026, 3, 2, 9, 15, tzinfo=UTC)
LATER = {"QUIZZER_NOW": "2026-03-20T10:00:00+00:00"}
LIVES = {
    "mini/rank": [(Rating.GOOD, 0), (Rating.GOOD, 1), (Rating.HARD, 3), (Rating.AGAIN, 12)],
    "mini/rows": [(Rating.EASY, 2)],
}
CARDS = ("mini/rank", "mini/rows", "mini/exercise-double")


@pytest.fixture
def lived(student: Program) -> Program:
    """The small deck after two weeks: a card forgotten once, an easy one, and an exercise that is still new."""
    with open_store(student.database) as store, store.write() as tx:
        for name, answers in LIVES.items():
            for rating, day in answers:
                now = BEGIN + timedelta(days=day, seconds=day)
                progress = tx.progress(CardId(name))
                moment = moment_at(now, zone=UTC, rollover_hour=4)
                outcome = four_answers(
                    progress, card_id=CardId(name), moment=moment, options=SchedulerOptions(), model=Fsrs6()
                )[rating]
                record = AnswerRecord(
                    CardId(name), rating, progress, outcome.progress, now, moment.today, outcome.interval_s,
                    outcome.elapsed_days, outcome.scheduled_days, 7.25, correct=rating is not Rating.AGAIN, hints=1,
                )  # fmt: skip
                tx.record_answer(record)
    return student


def arrived(lived: Program, path: Path) -> Program:
    assert lived("deck", "export", "mini", "-o", path).code == 0
    other = type(lived)(path.parent / "other-home", lived.folder)
    done = other("deck", "import", path, env=LATER)
    assert done.code == 0, done.err
    return other


def told(program: Program, *arguments: str) -> Any:
    done = program(*arguments, "--json", env=LATER)
    assert done.code == 0, done.err
    return done.json


def test_a_json_file_brings_content_answers_memory_and_due_dates(lived: Program, tmp_path: Path) -> None:
    other = arrived(lived, tmp_path / "mini.json")

    for command in (("search", "deck:mini"), ("stats", "--deck", "mini"), *(("card", "show", card) for card in CARDS)):
        before, after = told(lived, *command), told(other, *command)
        assert after == before, command
    assert [len(told(other, "card", "show", card)["history"]) for card in CARDS] == [4, 1, 0]
    assert {one["due_on"] for one in told(other, "search", "deck:mini")["cards"]} > {None}


@pytest.mark.parametrize("name", ["mini.json", "mini.apkg"])
def test_a_file_keeps_who_is_suspended_and_not_what_a_learner_wrote_beside_a_card(
    lived: Program, tmp_path: Path, name: str
) -> None:
    told(lived, "card", "suspend", "mini/rows")
    told(lived, "card", "flag", "mini/rank")
    told(lived, "card", "tag", "hard", "mini/rank")
    told(lived, "card", "note", "mini/rank", "ask again")

    cards = {one["id"]: one for one in told(arrived(lived, tmp_path / name), "search", "deck:mini")["cards"]}

    assert [cards[card]["suspended"] for card in CARDS] == [False, True, False]
    assert (cards["mini/rank"]["flag"], cards["mini/rank"]["tags"], cards["mini/rank"]["note"]) == (0, [], None)
