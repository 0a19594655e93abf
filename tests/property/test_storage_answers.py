"""Any sequence of answers, acts and undos leaves a database that agrees with its own log."""

import json
import sqlite3
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzer.domain.act import ActKind
from quizzer.domain.card import Basic, Card, Deck, Topic
from quizzer.domain.credit import Credit
from quizzer.domain.memory import Learning, Memory, Progress, Rating, Relearning, Review, StudyDay
from quizzer.domain.review import AnswerRecord
from quizzer.domain.text import Text
from quizzer.storage.schedule_columns import from_log, progress_of
from quizzer.storage.store import open_store

CARDS = [f"deck/card-{number}" for number in range(3)]
FIRST_DAY = 739_000
START = datetime(2026, 1, 1, tzinfo=UTC)

memories = st.builds(Memory, st.floats(0.001, 36500), st.floats(1, 10))
days = st.integers(FIRST_DAY, FIRST_DAY + 3)
instants = st.timedeltas(timedelta(0), timedelta(days=3)).map(lambda after: START + after)
schedules = st.one_of(
    st.builds(Learning, memories, st.integers(0, 3), instants, instants, days),
    st.builds(Relearning, memories, st.integers(0, 3), instants, instants, days),
    st.builds(Review, memories, st.integers(1, 36500), days, instants, days),
)
answers = st.tuples(
    st.sampled_from(CARDS),
    st.sampled_from(Rating),
    schedules,
    instants,
    days,
    st.floats(0, 600),
    st.booleans(),
    st.booleans(),
    st.lists(st.tuples(st.sampled_from(CARDS), st.integers(1, 90)), max_size=2, unique_by=lambda one: one[0]),
)
flags = st.booleans()
some_cards = st.lists(st.sampled_from(CARDS), min_size=1, max_size=3)
acts = st.one_of(
    st.tuples(
        st.just("set_suspended"), some_cards, st.fixed_dictionaries({"suspended": st.booleans(), "at": instants})
    ),
    st.tuples(st.just("set_flag"), some_cards, st.fixed_dictionaries({"flag": st.integers(0, 7), "at": instants})),
    st.tuples(st.just("bury"), some_cards, st.fixed_dictionaries({"until": days, "at": instants})),
    st.tuples(st.just("unbury"), some_cards, st.fixed_dictionaries({"today": days, "at": instants})),
    st.tuples(
        st.just("set_tag"),
        some_cards,
        st.fixed_dictionaries(
            {"tag": st.sampled_from(["marked", "leech", "own"]), "present": st.booleans(), "at": instants}
        ),
    ),
    st.tuples(
        st.just("set_remark"),
        st.sampled_from(CARDS),
        st.fixed_dictionaries({"text": st.sampled_from(["", "mine", "我的"]), "at": instants}),
    ),
)
UNDO = "undo"
histories = st.lists(answers | acts | st.just(UNDO), max_size=12)


def a_deck():
    cards = tuple(
        Card(card, card, "deck", "topic", Basic(Text.of("?"), Text.of("!")), Text.of("why"), "source") for card in CARDS
    )
    return Deck("deck", "1", Text.of("Deck"), Text.of("Cards"), "MIT", (Topic("topic"),), cards)


def dump(path):
    """What is stored; the order of a table's rows is nothing that is stored."""
    raw = sqlite3.connect(path)
    try:
        return sorted(raw.iterdump())
    finally:
        raw.close()


def do(store, act):
    """Whether the act changed anything."""
    name, cards, values = act
    with store.write() as tx:
        return bool(getattr(tx, name)(cards, **values))


def give(store, answer):
    card, rating, schedule, at, on, duration_s, lapsed, leech, put_off = answer
    with store.write() as tx:
        before = tx.progress(card)
        after = Progress(schedule, before.repetitions + 1, before.lapses + lapsed)
        review = tx.record_answer(
            AnswerRecord(card, rating, before, after, at, StudyDay(on), 60.0, 1, 1, duration_s, leech=leech)
        )
        standing = [(each, tx.progress(each), days) for each, days in put_off]
        moves = [
            Credit(each, progress.repetitions, progress.schedule.due_on, progress.schedule.due_on + days)
            for each, progress, days in standing
            if isinstance(progress.schedule, Review)
        ]
        assert tx.credit("dropout", moves, after=review, at=at, on=on) == tuple(move.card_id for move in moves)


def put_off(progress, move):
    """What a credit in the log makes of a card."""
    _, _, repetitions, before, after = move
    assert progress.repetitions == repetitions
    assert progress.schedule.due_on == before
    days = progress.schedule.interval_days + after - before
    return replace(progress, schedule=replace(progress.schedule, interval_days=days, due_on=after))


def check_log_against_states(path):
    """Each answer starts where the log before it ended; where the log ends is where the card stands."""
    raw = sqlite3.connect(path)
    standing = dict.fromkeys(CARDS, Progress())
    counted: dict[int, list[int]] = {}
    query = (
        "SELECT review_log.id, c.id, state_before, progress_before, progress_after, answered_on, duration_ms"
        " FROM review_log JOIN card c ON c.key = card_key ORDER BY review_log.id"
    )
    credits_ = "SELECT changes FROM act_log WHERE kind = ? AND after_review_id = ? ORDER BY id"
    for review, card, state, before, after, on, duration_ms in raw.execute(query):
        assert progress_of(from_log(before)) == standing[card]
        assert standing[card].state == state
        day = counted.setdefault(on, [0, 0, 0, 0])
        for place, amount in enumerate((state == "new", state == "review", 1, duration_ms)):
            day[place] += amount
        standing[card] = progress_of(from_log(after))
        for (changes,) in raw.execute(credits_, (ActKind.CREDIT, review)):
            for _, each, move in json.loads(changes):
                standing[each] = put_off(standing[each], move)
    kept = {row[0]: list(row[1:]) for row in raw.execute("SELECT * FROM daily_count")}
    raw.close()
    assert kept == counted
    return standing


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories)
def test_undo_is_identity_and_the_log_leads_to_the_stored_states(history):
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "quizzer.db") as store:
        with store.write() as tx:
            tx.apply_content([a_deck()], [], origin="builtin", retire_missing=True, at=START)
        earlier = []
        for event in history:
            if event == UNDO:
                with store.write() as tx:
                    undone = tx.undo_last()

                assert (undone is None) == (not earlier)
                if earlier:
                    assert dump(store.path) == earlier.pop()
                continue
            before = dump(store.path)
            if isinstance(event[1], Rating):
                give(store, event)
                earlier.append(before)
            elif do(store, event):
                earlier.append(before)
            else:
                assert dump(store.path) == before

        standing = check_log_against_states(store.path)
        with store.read() as tx:
            assert {card: tx.progress(card) for card in CARDS} == standing
