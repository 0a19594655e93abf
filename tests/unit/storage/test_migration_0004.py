"""A database as schema 0003 left it, with answers in it, becomes one whose statistics count the same answers."""

import json
import sqlite3

import pytest
from alembic import command

from quizzer.domain.card import CardKind, Cloze
from quizzer.domain.memory import Rating, State, StudyDay
from quizzer.domain.text import Text
from quizzer.storage import migrate
from quizzer.storage.store import open_store

# Written with spaces too, as by hand; a card in review only has an interval.
LOG = (
    ("new", '{"state":"new","repetitions":0,"lapses":0}', None),
    ("learning", '{"state":"learning","step":0,"due_at_ms":5}', None),
    ("review", '{"state":"review","interval_days":20,"due_on":739676}', 20),
    ("review", '{"state": "review", "due_on": 739676, "interval_days": 365}', 365),
    ("relearning", '{"state":"relearning","step":0}', None),
    ("review", "{}", None),
)


def rows(path, sql):
    raw = sqlite3.connect(path)
    try:
        return raw.execute(sql).fetchall()
    finally:
        raw.close()


def downgraded(path, revision):
    settings = migrate.config()
    with migrate.migration_connection(path) as connection:
        settings.attributes["connection"] = connection
        command.downgrade(settings, revision)


@pytest.fixture
def old_database(desk, make):
    """Schema 0003: four cards of three places, one of them retired, and a log of every state."""
    cloze = Cloze(Text.of("{{c1::`view`}}"), 1)
    desk.sync(make.deck(make.card("a"), make.card("b"), make.card("c", body=cloze), make.card("d", topic="x")))
    desk.sync(make.deck(make.card("a"), make.card("b"), make.card("c", body=cloze)))
    desk.store.close()
    downgraded(desk.path, "0003")
    raw = sqlite3.connect(desk.path)
    for number, (state, before, _) in enumerate(LOG, start=1):
        values = (
            number,
            1 + number % 4,
            3,
            state,
            1000 * number,
            make.TODAY,
            60.0,
            0,
            3,
            4500,
            None,
            0,
            0,
            before,
            "{}",
        )
        raw.execute(f"INSERT INTO review_log VALUES ({', '.join('?' * len(values))})", values)
    raw.commit()
    raw.close()
    return desk.path


def test_the_log_keeps_its_rows_and_learns_the_intervals_that_they_tell(old_database):
    before = rows(old_database, "SELECT * FROM review_log ORDER BY id")

    open_store(old_database).close()

    after = rows(old_database, "SELECT * FROM review_log ORDER BY id")
    assert [row[:-1] for row in after] == before
    assert [row[-1] for row in after] == [interval for _, _, interval in LOG]


def test_every_card_has_the_place_of_its_deck_topic_and_kind(old_database):
    with open_store(old_database) as store, store.read() as tx:
        places = tx.places()
        found = sorted((*places[one.place], one.active, one.number) for one in tx.standings())

    assert found == [
        ("layers", "nn.Linear", CardKind.BASIC, True, 2),
        ("layers", "nn.Linear", CardKind.CLOZE, True, 1),
        ("layers", "x", CardKind.BASIC, False, 1),
    ]


def test_the_answers_are_counted(old_database, make):
    with open_store(old_database) as store, store.read() as tx:
        counts = {(on, *count[:4]) for on, count in tx.answers_by_day(since=StudyDay(0))}

    assert counts == {
        (make.TODAY, State.NEW, Rating.GOOD, 1, 0),
        (make.TODAY, State.LEARNING, Rating.GOOD, 1, 0),
        (make.TODAY, State.RELEARNING, Rating.GOOD, 1, 0),
        (make.TODAY, State.REVIEW, Rating.GOOD, 3, 1),
    }


def test_a_sync_of_the_same_cards_uses_the_places_that_the_migration_made(old_database, make):
    places = rows_after_opening(old_database)

    with open_store(old_database) as store, store.write() as tx:
        deck = make.deck(make.card("a"), make.card("b"))
        report = tx.apply_content([deck], [], origin="builtin", retire_missing=False, at=make.NOON)

    assert report.nothing_changed
    assert rows(old_database, "SELECT * FROM place") == places


def rows_after_opening(path):
    open_store(path).close()
    return rows(path, "SELECT * FROM place")


def test_going_back_keeps_log_and_states(old_database):
    tables = ("SELECT * FROM review_log ORDER BY id", "SELECT * FROM card_state ORDER BY card_key")
    before = [rows(old_database, sql) for sql in tables]
    open_store(old_database).close()

    downgraded(old_database, "0003")

    assert [rows(old_database, sql) for sql in tables] == before


def test_what_is_written_today_has_the_interval_that_its_json_tells(desk, make):
    desk.sync(make.deck(make.card("a"), make.card("b")))
    desk.answer("layers/a", make.learning(due_at=make.NOON))
    desk.answer("layers/a", make.review(due_on=make.TODAY, interval_days=9))
    desk.answer("layers/a", make.relearning(due_at=make.NOON))
    with desk.store.read() as tx:
        parcel = tx.parcels("layers")[0]

    with desk.store.write() as tx:
        tx.bring_histories([("layers/b", parcel.history)])

    stored = rows(desk.path, "SELECT progress_before, interval_before FROM review_log")
    assert sorted(interval or 0 for _, interval in stored) == [0, 0, 0, 0, 9, 9]
    assert all(json.loads(before).get("interval_days") == interval for before, interval in stored)
