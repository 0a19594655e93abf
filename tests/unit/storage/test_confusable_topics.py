"""Topics that learners confuse: from the deck into the database, and from there to the session."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta

from alembic import command

from quizzer.domain.card import Topic
from quizzer.domain.memory import StudyDay
from quizzer.scheduler.moment import Moment
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.study_arrange import SessionOptions, arrange_session
from quizzer.storage import migrate
from quizzer.storage.store import open_store

STACK = Topic("torch.stack", ("torch.cat",), ("torch.cat", "torch.reshape"))


def test_a_session_is_told_the_pairs_that_decks_name(desk, make):
    topics = (Topic("torch.cat"), STACK)
    desk.sync(make.deck(make.card("a", topic="torch.cat"), make.card("b", topic="torch.stack"), topics=topics))

    assert desk.candidates().confusable == (("torch.stack", "torch.cat"), ("torch.stack", "torch.reshape"))


def test_a_session_asks_the_reviews_of_such_topics_in_turn(desk, make):
    cards = [make.card(name, topic=topic) for name, topic in (("a", "torch.cat"), ("b", "torch.cat"), ("c", STACK.id))]
    for topics, order in (((Topic("torch.cat"), STACK), "acb"), ((Topic("torch.cat"), Topic(STACK.id)), "abc")):
        desk.sync(make.deck(*cards, topics=topics))
        if order == "acb":
            for days, card in enumerate(cards):
                desk.answer(card.id, make.review(due_on=make.TODAY - 3 + days))
        moment = Moment(
            now=make.NOON, today=StudyDay(make.TODAY + 1), next_rollover_at=make.ROLLOVER + timedelta(days=1)
        )

        queue = arrange_session(desk.store, moment=moment, scheduling=SchedulerOptions(), options=SessionOptions())

        assert "".join(card.card_id.removeprefix("layers/") for card in queue.ready) == order


def test_a_pair_that_a_deck_no_longer_names_is_forgotten(desk, make):
    card = make.card("a", topic="torch.stack")
    desk.sync(make.deck(card, topics=(STACK,)))

    desk.sync(make.deck(card, topics=(replace(STACK, confused_with=()),), version="2"))

    assert desk.candidates().confusable == ()


def test_a_stored_deck_comes_back_with_what_its_topics_are_taken_for(desk, make):
    deck = make.deck(make.card("a", topic="torch.stack"), topics=(STACK,))
    desk.sync(deck)

    with desk.store.read() as tx:
        stored = tx.stored_deck(deck.id)

    assert stored is not None
    assert stored.deck.topics == deck.topics


def test_a_database_of_schema_0002_keeps_its_topics_and_reads_the_content_anew(tmp_path):
    path = tmp_path / "old.db"
    migrate.upgrade(path, revision="0002")
    raw = sqlite3.connect(path)
    raw.execute("INSERT INTO deck VALUES ('shapes', 1, '1', '{\"en\":\"Shapes\"}', '{\"en\":\"\"}', 'MIT', NULL)")
    raw.execute("INSERT INTO topic VALUES ('shapes', 'torch.stack', '[\"torch.cat\"]')")
    raw.execute("INSERT INTO setting VALUES ('content_hash:builtin', 'abc'), ('colour', 'blue')")
    raw.commit()
    raw.close()

    with open_store(path) as store, store.read() as tx:
        assert tx.setting("content_hash:builtin") is None
        assert tx.setting("colour") == "blue"
        stored = tx.stored_deck("shapes")
    assert stored is not None
    assert stored.deck.topics == (replace(STACK, confused_with=()),)


def test_the_way_back_to_schema_0002_keeps_the_topics(tmp_path):
    path = tmp_path / "new.db"
    open_store(path).close()
    raw = sqlite3.connect(path)
    raw.execute("INSERT INTO deck VALUES ('shapes', 1, '1', '{\"en\":\"Shapes\"}', '{\"en\":\"\"}', 'MIT', NULL)")
    raw.execute("INSERT INTO topic VALUES ('shapes', 'torch.stack', '[]', '[\"torch.cat\"]')")
    raw.commit()
    raw.close()

    settings = migrate.config()
    with migrate.migration_connection(path) as connection:
        settings.attributes["connection"] = connection
        command.downgrade(settings, "0002")

    raw = sqlite3.connect(path)
    assert raw.execute("SELECT * FROM topic").fetchall() == [("shapes", "torch.stack", "[]")]
    raw.close()
