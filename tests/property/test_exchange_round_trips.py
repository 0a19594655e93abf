"""What goes out comes back: export, import into an empty database, and nothing is another card, answer or due date."""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.domain.card import (
    Basic,
    Bug,
    Card,
    CardId,
    Choice,
    Cloze,
    Code,
    Compute,
    Deck,
    DeckId,
    ExerciseId,
    ExerciseRef,
    NamedMistake,
    NoteId,
    Option,
    Order,
    Parameter,
    Topic,
    TopicId,
)
from quizzer.domain.exchange import Fate, Remark
from quizzer.domain.memory import Rating, Review
from quizzer.domain.review import AnswerRecord
from quizzer.domain.text import Text
from quizzer.interchange.writers import Format
from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.moment import moment_at
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.exchange import calendar_at, import_file
from quizzer.services.exchange_out import export_deck
from quizzer.storage.store import open_store

OPTIONS = SchedulerOptions()
MODEL = Fsrs6()
BEGIN = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
DECK = DeckId("mine")
BECAUSE = Text.of("Because.")

words = st.text("ab é狗*_`<>&\"'\\{}[]#-1.\n$|", min_size=1, max_size=40).map(lambda text: f"x {text} y")
texts = words.map(Text.of) | st.tuples(words, words).map(lambda both: Text.of({"en": both[0], "zh-CN": both[1]}))
MISTAKE = NamedMistake("n + 1", "off-by-one", Text.of("Count again."))
bodies = st.one_of(
    st.builds(Basic, texts, texts),
    st.builds(
        lambda prompt, right, wrong: Choice(
            prompt, (Option(right, correct=True), Option(wrong, mistake="m", feedback=right), Option(prompt))
        ),
        texts, texts, texts,
    ),
    st.builds(lambda prompt: Order(prompt, ("a = 1", "b = a", "c = b"), ((0, 1), (1, 2))), texts),
    st.builds(
        lambda prompt: Compute(
            prompt, (Parameter("n", (1, 2, 3)),), ("n > 1",), (("m", "n + 1"),), "n", "number", 0.5, (MISTAKE,)
        ),
        texts,
    ),
    st.builds(lambda prompt: Bug(prompt, "a = 1\nb = c\n", 2, "b = a", "", "assert b", "NameError"), texts),
    st.builds(lambda prompt: Code(prompt, ("x = 1",), "x + 1", ("result",), ("1 + x",), (MISTAKE,)), texts),
    st.just(ExerciseRef(ExerciseId("dropout"))),
)  # fmt: skip
answers = st.lists(st.tuples(st.sampled_from(Rating), st.integers(30, 40 * 86_400), st.integers(1, 90_000)), max_size=6)


def card(name, body, number=None, *, why=BECAUSE, tags=()):
    note = f"{DECK}/{name}"
    return Card(
        CardId(note if number is None else f"{note}#c{number}"), NoteId(note), DECK, TopicId("t"), body, why,
        "a <source>", (TopicId("u"),), tags, "assert True",
    )  # fmt: skip


@st.composite
def decks(draw):
    cards = []
    for place, body in enumerate(draw(st.lists(bodies, min_size=1, max_size=4))):
        cards.append(
            card(f"n{place}", body, why=draw(texts), tags=tuple(draw(st.lists(words.map(str.strip), max_size=2))))
        )
    before, after = draw(words), draw(words)
    hidden = Text.of(f"{before.replace('{', '').replace('}', '')} {{{{c1::one}}}} {{{{c2::two}}}} {after}")
    cards += [card("cloze", Cloze(hidden, number, ("1",)), number) for number in (1, 2)]
    return Deck(
        DECK, "7", draw(texts), draw(texts), "MIT", (Topic(TopicId("t"), (TopicId("u"),)),), tuple(cards)
    )  # fmt: skip


def live(tx, card_id, given_answers, *, zone):
    """Answer a card as a learner would; the instant of the last answer."""
    now = BEGIN + timedelta(milliseconds=sum(map(ord, card_id)))
    for rating, wait_s, duration_ms in given_answers:
        now += timedelta(seconds=wait_s, milliseconds=duration_ms)
        progress = tx.progress(card_id)
        moment = moment_at(now, zone=zone, rollover_hour=4)
        outcome = four_answers(progress, card_id=card_id, moment=moment, options=OPTIONS, model=MODEL)[rating]
        tx.record_answer(
            AnswerRecord(
                card_id,
                rating,
                progress,
                outcome.progress,
                now,
                moment.today,
                outcome.interval_s,
                outcome.elapsed_days,
                outcome.scheduled_days,
                duration_ms / 1000,
                correct=rating > 1,
                hints=2,
                mistake="m" if rating == 1 and duration_ms % 2 else None,
                typed='a "mistake": "n", "interval_days": 9' if rating == 1 and duration_ms % 3 else None,
            )
        )


def there_and_back(folder, deck, lives, *, how, zone, asleep=frozenset()):
    """The deck and parcels of the first database, those of the second, and what the import said."""
    now = BEGIN + timedelta(days=400)
    calendar = calendar_at(now, zone=zone, options=OPTIONS)
    with open_store(folder / "first.db") as store:
        with store.write() as tx:
            tx.apply_content([deck], [], origin="x", retire_missing=True, at=BEGIN)
            for one, given_answers in zip(deck.cards, lives, strict=False):
                live(tx, one.id, given_answers, zone=zone)
            sleeping = [one.id for number, one in enumerate(deck.cards) if number in asleep]
            tx.set_suspended(sleeping, suspended=True, at=BEGIN)
        export_deck(store, DECK, folder / "deck.file", how=how, language="zh-CN", now=now, zone=zone, options=OPTIONS)
        with store.read() as tx:
            first = tx.stored_deck(DECK).deck, tx.parcels(DECK)
    with open_store(folder / "second.db") as store:
        report = import_file(store, folder / "deck.file", calendar=calendar, options=OPTIONS, dry_run=False)
        again = import_file(store, folder / "deck.file", calendar=calendar, options=OPTIONS, dry_run=False)
        with store.read() as tx:
            second = tx.stored_deck(DECK).deck, tx.parcels(DECK)
    assert {fate for _, _, fate in again.fates} == {Fate.UNCHANGED}
    return first, second, report


numbers = st.frozensets(st.integers(0, 5), max_size=3)
zones = st.sampled_from(["UTC", "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe"]).map(ZoneInfo)


@settings(max_examples=15, deadline=None)
@given(deck=decks(), lives=st.lists(answers, max_size=6), zone=zones, asleep=numbers)
def test_a_backup_comes_back_exactly(deck, lives, zone, asleep):
    with tempfile.TemporaryDirectory() as folder:
        first, second, report = there_and_back(Path(folder), deck, lives, how=Format.JSON, zone=zone, asleep=asleep)

    assert second == first
    assert (report.skipped, dict(report.remarks)) == ((), {})


@settings(max_examples=15, deadline=None)
@given(deck=decks(), lives=st.lists(answers, max_size=6), zone=zones, asleep=numbers)
def test_a_package_comes_back_with_its_cards_answers_and_due_dates(deck, lives, zone, asleep):
    with tempfile.TemporaryDirectory() as folder:
        first, second, report = there_and_back(Path(folder), deck, lives, how=Format.ANKI, zone=zone, asleep=asleep)

    suspended = sum(parcel.suspended for parcel in first[1])
    assert second[0] == first[0]
    assert (report.skipped, +Counter(report.remarks)) == ((), +Counter({Remark.SUSPENDED: suspended}))
    for before, after in zip(first[1], second[1], strict=True):
        assert (after.card, after.suspended) == (before.card, before.suspended)
        assert schedule(after.history) == schedule(before.history)
        assert log(after.history) == log(before.history)


def schedule(history):
    """Progress as a package keeps it: steps are due at a second, and answers are kept to the millisecond."""
    if history is None:
        return None
    progress, standing = history.progress, history.progress.schedule
    facts = [progress.state, progress.repetitions, progress.lapses, standing.memory, standing.reviewed_at]
    if isinstance(standing, Review):
        return [*facts, standing.interval_days, standing.due_on]
    return [*facts, standing.step, standing.due_at.replace(microsecond=0)]


def log(history):
    """The answers without what only quizzer keeps."""
    if history is None:
        return []
    return [
        (one.rating, one.answered_at, one.answered_on, one.elapsed_days, one.scheduled_days, one.duration_s,
         one.before.state, one.after.state, pytest.approx(one.interval_s, abs=0.51))
        for one in history.records
    ]  # fmt: skip
