"""``quizzer card show``: a card's page byte for byte, its history as it was answered, and a curve that follows memory.

To accept a change, run with QUIZZER_UPDATE_GOLDEN=1 and read the diff.
"""

from __future__ import annotations

import os
from datetime import UTC, date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizzer.content.decks import read_deck
from quizzer.domain.card import CardId, ExerciseId
from quizzer.domain.credit import Credit
from quizzer.domain.errors import UsageError
from quizzer.domain.memory import Rating
from quizzer.reports.card_page import PageStyle
from quizzer.reports.card_record import record_object, record_page
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.card_record import card_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizzer.domain.collection import CardRecord
    from quizzer.storage.store import Store

GOLDEN = Path(__file__).parents[2] / "golden" / "cli"
MINI = Path(__file__).parents[2] / "golden" / "study" / "mini"
ONE = CardId("mini/bn-toggle")
OPTIONS = SchedulerOptions(fuzz=False)
MODEL = Fsrs6()


@pytest.fixture
def look(store: Store, clock: Callable) -> Callable[..., CardRecord]:
    def at_card(card_id: CardId = ONE) -> CardRecord:
        return card_record(store, card_id, now=clock(), zone=UTC, options=OPTIONS, model=MODEL)

    return at_card


@pytest.fixture
def studied(start: Callable, store: Store, clock: Callable) -> None:
    """One card that was learned, kept, forgotten and learned again, flagged and with a note."""
    with store.write() as tx:
        others = [card.id for card in read_deck(MINI).cards if card.id != ONE]
        tx.set_suspended(others, suspended=True, at=clock())
        tx.set_flag([ONE], flag=2, at=clock())
        tx.set_remark(ONE, "ask about *running* statistics", at=clock())
    session = start(scheduling=OPTIONS)
    for wait, rating in ((0, 3), (0.01, 3), (3, 3), (14, 1), (0.01, 3), (3, 4)):
        clock.pass_(days=wait)
        session.next()
        clock.pass_(seconds=8)
        session.reveal()
        session.answer(Rating(rating))
    clock.pass_(days=3)


@pytest.mark.usefixtures("studied")
@pytest.mark.parametrize(
    ("name", "style"),
    [
        ("card-en", PageStyle(80)),
        ("card-zh", PageStyle(80, "zh-CN")),
        ("card-plain", PageStyle(80, plain=True)),
    ],
    ids=["en", "zh", "plain"],
)
def test_the_page_of_a_card_is_the_one_in_the_golden_file(
    look: Callable, clock: Callable, name: str, style: PageStyle
) -> None:
    page = "\n".join(line.plain.rstrip() for line in record_page(look(), now=clock(), style=style)) + "\n"

    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("QUIZZER_UPDATE_GOLDEN"):
        golden.write_text(page, encoding="utf-8")
    assert page == golden.read_text(encoding="utf-8")


@pytest.mark.usefixtures("studied")
def test_the_history_is_every_answer_in_order_with_the_memory_that_it_left(look: Callable, store: Store) -> None:
    record = look()

    assert [answer.rating for answer in record.history] == [3, 3, 3, 1, 3, 4]
    with store.read() as tx:
        assert record.history[-1].memory == tx.progress(ONE).schedule.memory
    assert [answer.elapsed_days for answer in record.history] == [0, 0, 3, 14, 0, 3]


@pytest.mark.usefixtures("studied")
def test_the_curve_jumps_to_one_at_an_answer_falls_after_it_and_meets_todays_recall(look: Callable) -> None:
    record = look()

    first, last = record.curve[0], record.curve[-1]
    assert (first.day, first.recall) == (record.history[0].answered_on, 1)
    assert last.day > record.found.progress.schedule.due_on
    for before, after in pairwise(record.curve):
        answered = any(before.day < answer.answered_on <= after.day for answer in record.history)
        assert answered or after.recall <= before.recall
    nearest = min(record.curve, key=lambda point: abs(point.day - record.today))
    assert nearest.recall == pytest.approx(record.found.recall, abs=0.03)


@pytest.mark.usefixtures("studied")
@pytest.mark.parametrize(
    ("style", "told"),
    [
        (
            PageStyle(80),
            "Put off without an answer 2026-03-21: exercise dropout passed, due AFTER instead of BEFORE",
        ),
        (PageStyle(80, "zh-CN"), "未作答而推迟 2026-03-21：通过练习 dropout，到期日由 BEFORE 推迟到 AFTER"),
    ],
    ids=["en", "zh"],
)
def test_the_page_tells_the_exercise_that_put_the_card_off(
    look: Callable, store: Store, clock: Callable, style: PageStyle, told: str
) -> None:
    with store.write() as tx:
        due, repetitions = tx.progress(ONE).schedule.due_on, tx.progress(ONE).repetitions
        move = Credit(ONE, repetitions, due, due + 7)
        passed_on = date(2026, 3, 21).toordinal()
        tx.credit(ExerciseId("dropout"), [move], after=tx.newest_review(), at=clock(), on=passed_on)

    page = record_page(look(), now=clock(), style=style)

    day = date.fromordinal(due).isoformat()
    later = date.fromordinal(due + 7).isoformat()
    told = told.replace("BEFORE", day).replace("AFTER", later)
    assert told in " ".join("\n".join(line.plain for line in page).split())
    assert record_object(look(), language="en")["credits"] == [
        {
            "exercise": "dropout",
            "passed_at": clock().strftime("%Y-%m-%dT%H:%M:%SZ"),
            "day": "2026-03-21",
            "due_before": day,
            "due_after": later,
        }
    ]


def test_a_new_card_has_neither_history_nor_curve(look: Callable, clock: Callable) -> None:
    found = record_object(look(), language="en")

    assert (found["history"], found["curve"]) == ([], [])
    assert found["card"]["state"] == "new"
    assert not any("│" in line.plain for line in record_page(look(), now=clock(), style=PageStyle(80)))


@pytest.mark.parametrize("card", read_deck(MINI).cards, ids=lambda card: card.id.partition("/")[2])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_kind_of_card_can_be_looked_at(look: Callable, clock: Callable, card: object, language: str) -> None:
    page = record_page(look(card.id), now=clock(), style=PageStyle(80, language))

    text = " ".join("\n".join(line.plain for line in page).split())
    assert card.id in text
    assert card.topic in text
    assert card.source.split(",")[0].split(";")[0][:20] in text


def test_a_card_in_steps_is_due_in_minutes(start: Callable, look: Callable, clock: Callable) -> None:
    session = start(scheduling=OPTIONS)
    first = session.next().question.card.id
    session.reveal()
    session.answer(Rating.GOOD)

    page = "\n".join(line.plain for line in record_page(look(first), now=clock(), style=PageStyle(80)))

    assert "in 10 min" in page
    assert record_object(look(first), language="en")["card"]["due_at"] == "2026-03-02T21:10:00Z"
    clock.pass_(minutes=11)
    assert timedelta(0) < clock() - look(first).history[0].answered_at


def test_a_card_that_is_not_there_is_named(look: Callable) -> None:
    with pytest.raises(UsageError, match="There is no card mini/nope"):
        look(CardId("mini/nope"))
