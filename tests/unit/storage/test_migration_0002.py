"""A database as schema 0001 left it, with a learner's work in it, becomes one of today and loses nothing."""

import sqlite3
from datetime import timedelta

import pytest
from alembic import command

from quizzer.domain.card import Cloze
from quizzer.domain.card_text import card_text
from quizzer.domain.codec.cards import card_to_plain
from quizzer.domain.memory import Progress, State
from quizzer.domain.text import Text
from quizzer.storage import migrate
from quizzer.storage.rows import to_json
from quizzer.storage.store import open_store

OLD_STATE = """
INSERT INTO card_state (card_key, deck_id, topic_id, requirement_id, position, active, state, repetitions, lapses,
 stability, difficulty, interval_days, due_on, reviewed_at_ms, reviewed_on)
VALUES (:key, 'layers', 'nn.Linear', 1, :key, :active, :state, :repetitions, :lapses, :stability, :difficulty,
 :interval, :due_on, :reviewed_at_ms, :reviewed_on)
"""

NEW = dict.fromkeys(
    ("stability", "difficulty", "interval", "due_on", "reviewed_at_ms", "reviewed_on"), None
) | {"state": "new", "repetitions": 0, "lapses": 0}  # fmt: skip


@pytest.fixture
def cards(make):
    cloze = Cloze(Text.of({"en": "Use {{c1::`nn.Dropout`}} HERE", "zh-CN": "用 {{c1::`nn.Dropout`}}（这里）"}), 1)
    return [make.card("one", tags=("shape", "layout")), make.card("two", body=cloze), make.card("gone")]


@pytest.fixture
def old_database(tmp_path, make, cards):
    """Schema 0001 with a card in review, a new one and a retired one."""
    path = tmp_path / "old.db"
    migrate.upgrade(path, revision="0001")
    noon_ms = int(make.NOON.timestamp() * 1000)
    review = {"state": "review", "repetitions": 4, "lapses": 1, "stability": 3.1, "difficulty": 5.25, "interval": 3}
    review |= {"due_on": make.TODAY + 3, "reviewed_at_ms": noon_ms, "reviewed_on": make.TODAY}
    raw = sqlite3.connect(path)
    raw.execute("INSERT INTO deck VALUES ('layers', 1, '1', '{\"en\":\"Layers\"}', '{\"en\":\"\"}', 'MIT')")
    raw.execute("INSERT INTO requirement VALUES (1, '[]')")
    raw.execute("INSERT INTO setting VALUES ('content_hash:builtin', 'abc'), ('colour', 'blue')")
    for key, (card, state) in enumerate(zip(cards, (review, NEW, NEW), strict=True), start=1):
        values = (key, card.id, card.note, card.kind.value, None, noon_ms, noon_ms, to_json(card_to_plain(card)))
        raw.execute("INSERT INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        raw.execute(OLD_STATE, {"key": key, "active": card.id != "layers/gone", **state})
    raw.execute(
        "INSERT INTO review_log VALUES (7, 1, 3, 'new', ?, ?, 60.0, 0, 3, 4500, NULL, 0, 0, '{}', '{}')",
        (noon_ms, make.TODAY),
    )
    raw.execute("INSERT INTO daily_count VALUES (?, 1, 0, 1, 4500)", (make.TODAY,))
    raw.commit()
    raw.close()
    return path


def rows(path, sql):
    raw = sqlite3.connect(path)
    try:
        return raw.execute(sql).fetchall()
    finally:
        raw.close()


def test_schedules_and_log_are_what_they_were(old_database, make, cards):
    log_before = rows(old_database, "SELECT * FROM review_log")

    with open_store(old_database) as store, store.read() as tx:
        progress = [tx.progress(card.id) for card in cards]
        counts = tx.state_counts()
        stored = [tx.card(card.id) for card in cards]

    assert progress == [Progress(make.review(due_on=make.TODAY + 3), 4, 1), Progress(), Progress()]
    assert stored == cards
    assert counts == {State.NEW: 1, State.LEARNING: 0, State.REVIEW: 1, State.RELEARNING: 0}
    assert [row[:-1] for row in rows(old_database, "SELECT * FROM review_log")] == log_before
    assert rows(old_database, "SELECT * FROM daily_count") == [(make.TODAY, 1, 0, 1, 4500)]


def test_nothing_is_suspended_or_flagged_and_the_retired_stay_retired(old_database):
    open_store(old_database).close()

    states = rows(old_database, "SELECT card_key, retired, suspended, flag, active FROM card_state ORDER BY card_key")

    assert states == [(1, 0, 0, 0, 1), (2, 0, 0, 0, 1), (3, 1, 0, 0, 0)]


def test_texts_and_tags_are_those_that_a_sync_would_write(old_database, cards):
    open_store(old_database).close()

    assert rows(old_database, "SELECT folded FROM card_text ORDER BY card_key") == [
        (card_text(card_to_plain(card)),) for card in cards
    ]
    assert rows(old_database, "SELECT tag, card_key, own FROM card_tag ORDER BY tag") == [
        ("layout", 1, 0),
        ("shape", 1, 0),
    ]
    assert rows(old_database, "SELECT folded FROM card_text WHERE card_key = 2") == [
        ("use `nn.dropout` here\n用 `nn.dropout`(这里)\nbecause.\nthe manual",)
    ]


def test_a_sync_of_the_same_cards_finds_them_unchanged_and_notes_where_they_come_from(old_database, make, cards):
    with open_store(old_database) as store, store.write() as tx:
        report = tx.apply_content(
            [make.deck(*cards[:2])], [], origin="folder:/here", retire_missing=True, at=make.NOON + timedelta(days=1)
        )

    assert report.nothing_changed
    assert rows(old_database, "SELECT origin FROM deck") == [("folder:/here",)]


def test_the_built_in_content_will_be_read_once_more_and_other_settings_stay(old_database):
    open_store(old_database).close()

    assert rows(old_database, "SELECT name, value FROM setting") == [("colour", "blue")]


def test_going_back_to_the_first_schema_keeps_the_learners_work(old_database):
    states, log = "SELECT * FROM card_state ORDER BY card_key", "SELECT * FROM review_log"
    before = rows(old_database, states), rows(old_database, log)
    open_store(old_database).close()
    settings = migrate.config()

    with migrate.migration_connection(old_database) as connection:
        settings.attributes["connection"] = connection
        command.downgrade(settings, "0001")

    assert (rows(old_database, states), rows(old_database, log)) == before
