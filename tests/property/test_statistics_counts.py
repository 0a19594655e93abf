"""The statistics of any log in a real database are those of a plain specification that takes each answer by itself."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.domain.card import Basic, Card, Cloze, Deck, Topic
from quizzer.domain.memory import Rating, State
from quizzer.domain.review import Retention
from quizzer.domain.statistics import Phase, Tally
from quizzer.domain.text import Text
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.statistics import statistics
from quizzer.storage.exchange import BRING_REVIEW
from quizzer.storage.schedule_columns import to_log
from quizzer.storage.store import Store, open_store

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
TODAY = NOW.toordinal()
PHASES = {State.NEW: Phase.NEW, State.LEARNING: Phase.LEARNING, State.RELEARNING: Phase.LEARNING}


def a_card(deck, name, topic, body):
    return Card(f"{deck}/{name}", f"{deck}/{name}", deck, topic, body, Text.of("why"), "source")


BASIC, CLOZE = Basic(Text.of("a"), Text.of("b")), Cloze(Text.of("{{c1::a}}"), 1)
CARDS = (
    a_card("one", "a", "shape", BASIC),
    a_card("one", "b", "shape", CLOZE),
    a_card("one", "c", "view", BASIC),
    a_card("two", "d", "shape", BASIC),
)
DECKS = tuple(
    Deck(name, "1", Text.of(name), Text.of(name), "MIT", (Topic("shape"), Topic("view")), cards)
    for name, cards in (("one", CARDS[:3]), ("two", CARDS[3:]))
)


class Answer(NamedTuple):
    """A row of the log; ``interval_days`` is that of a card in review."""

    on: int
    card: int
    state: State
    interval_days: int
    rating: Rating
    duration_ms: int

    @property
    def phase(self) -> Phase:
        return PHASES.get(self.state) or (Phase.MATURE if self.interval_days >= 21 else Phase.YOUNG)


# Many on few days: the first of a day is what retention counts. A log need not be in the order of the days.
days_ago = st.sampled_from([0, 0, 1, 2, 29, 30, 89, 90, 91, 364, 365, 380, 400, 500])
logs = st.lists(
    st.builds(
        Answer,
        days_ago.map(lambda ago: TODAY - ago),
        st.integers(0, len(CARDS) - 1),
        st.sampled_from([*State, State.REVIEW, State.REVIEW]),
        st.sampled_from([1, 20, 21, 300]),
        st.sampled_from(Rating),
        st.integers(0, 100_000),
    ),
    max_size=25,
)


@pytest.fixture(scope="module")
def store():
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "quizzer.db") as opened:
        with opened.write() as tx:
            tx.apply_content(DECKS, [], origin="test", retire_missing=False, at=NOW)
        yield opened


def put(store: Store, log: list[Answer]) -> None:
    """Make the log of the store this one."""
    with store.write() as tx:
        tx._connection.run("DELETE FROM review_log")
        keys = dict(tx._connection.each("SELECT id, key FROM card"))
        plain = {"answered_at_ms": 0, "interval_s": 60.0, "elapsed_days": 0, "scheduled_days": 1, "correct": None}
        for number, one in enumerate(log, start=1):
            interval_days = one.interval_days if one.state is State.REVIEW else None
            columns = {"state": one.state.value, "interval_days": interval_days}
            tx._connection.run(
                BRING_REVIEW,
                **plain,
                id=number,
                card_key=keys[CARDS[one.card].id],
                rating=one.rating.value,
                state_before=one.state.value,
                answered_on=one.on,
                duration_ms=one.duration_ms,
                hints=0,
                clock_went_back=False,
                progress_before=to_log(columns),
                progress_after="{}",
                interval_before=interval_days,
            )


def specified(log: list[Answer], places: list[int]) -> Tally:
    """The tally of the answers at these places of the log, each looked at by itself."""
    buttons: dict[Phase, dict[Rating, int]] = {}
    kept: dict[Phase, list[bool]] = {phase: [] for phase in Phase}
    for place in places:
        one = log[place]
        pressed = buttons.setdefault(one.phase, {})
        pressed[one.rating] = pressed.get(one.rating, 0) + 1
        if not any((earlier.on, earlier.card) == (one.on, one.card) for earlier in log[:place]):
            kept[one.phase].append(one.rating is not Rating.AGAIN)
    young, mature = (Retention(sum(kept[phase]), len(kept[phase])) for phase in (Phase.YOUNG, Phase.MATURE))
    return Tally(buttons, sum(log[place].duration_ms for place in places) / 1000, young, mature)


@settings(max_examples=150, deadline=None)
@given(logs, st.sampled_from([1, 30, 90, 91, 365, 450]), st.sampled_from([None, "one", "two"]))
def test_days_window_and_groups_of_any_log_are_as_specified(store, log, days, deck):
    put(store, log)

    found = statistics(store, now=NOW, zone=UTC, options=SchedulerOptions(), deck=deck, days=days)

    here = [place for place, one in enumerate(log) if deck in (None, CARDS[one.card].deck)]
    first = min(found.weeks[0].since, found.months[0].since)
    for day in {log[place].on for place in here if log[place].on >= first} | set(found.by_day):
        assert found.by_day[day] == specified(log, [place for place in here if log[place].on == day])
    for span in (*found.recent, *found.course, *found.weeks, *found.months):
        within = [place for place in here if span.since <= log[place].on <= span.until]
        assert span.tally == specified(log, within)
    window = [place for place in here if log[place].on > TODAY - days]
    assert found.window == specified(log, window)
    for groups, name_of in (
        (found.decks, lambda card: (card.deck, card.deck)),
        (found.topics, lambda card: (card.topic, card.deck)),
        (found.kinds, lambda card: (card.kind.value, None)),
    ):
        wanted = {name_of(card) for card in CARDS if deck in (None, card.deck)}
        assert {(group.name, group.deck) for group in groups} == wanted
        for group in groups:
            its = [place for place in window if name_of(CARDS[log[place].card]) == (group.name, group.deck)]
            assert group.tally == specified(log, its)


@settings(max_examples=50, deadline=None)
@given(logs)
def test_the_days_studied_are_those_of_the_log_in_any_order(store, log):
    put(store, log)

    with store.read() as tx:
        assert tx.studied_days() == {one.on for one in log}
