"""A listing's cards are fetched many at a time, and are those that are fetched one by one."""

import pytest

from quizzer.domain.search_parse import parse_search
from quizzer.domain.search_query import AllOf
from quizzer.storage import search
from quizzer.storage.search_sql import SearchMoment


@pytest.fixture
def moment(make):
    now_ms = int(make.NOON.timestamp() * 1000)
    return SearchMoment(now_ms, make.TODAY, now_ms + 43_200_000, lambda _: 1.0)


@pytest.fixture
def three(desk, make):
    """Three cards: one as the author left it, one that a learner did much to, one in review."""
    desk.sync(make.deck(make.card("plain"), make.card("busy", tags=("shape", "axis")), make.card("known")))
    with desk.store.write() as tx:
        for tag in ("shape", "mine"):
            tx.set_tag(["layers/busy"], tag, present=True, at=make.NOON)
        tx.set_flag(["layers/busy"], flag=2, at=make.NOON)
        tx.set_suspended(["layers/busy"], suspended=True, at=make.NOON)
        tx.set_remark("layers/busy", "Ask Li.", at=make.NOON)
        tx.bury(["layers/busy"], until=make.TODAY + 1, at=make.NOON)
    desk.answer("layers/known", make.review(due_on=make.TODAY + 3))
    return desk


def test_listed_cards_have_all_that_is_known_of_each(three, moment):
    with three.store.read() as tx:
        listed = list(tx.listed(tx.search(AllOf(), moment)))

        alone = [(card, tx.progress(card.id), tx.standing(card.id)) for card, _, _ in listed]

    assert listed == alone
    assert [standing.tags for _, _, standing in listed] == [(), ("axis", "mine", "shape"), ()]
    assert listed[1][2].remark == "Ask Li."


def test_listed_cards_come_in_the_order_of_their_keys(three, moment):
    with three.store.read() as tx:
        keys = tx.search(AllOf(), moment)

        backwards = [card.id for card, _, _ in tx.listed(keys[::-1])]

    assert backwards == ["layers/known", "layers/busy", "layers/plain"]


@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_more_than_one_statement_can_name_are_listed_all_the_same(three, moment, monkeypatch, at_once):
    monkeypatch.setattr(search, "_AT_ONCE", at_once)

    with three.store.read() as tx:
        listed = [card.id for card, _, _ in tx.listed(tx.search(AllOf(), moment))]

    assert listed == ["layers/plain", "layers/busy", "layers/known"]


def plan_of(store, query_text, moment):
    statements = []
    store._connection._raw.set_trace_callback(statements.append)
    with store.read() as tx:
        tx.search(parse_search(query_text), moment)
    store._connection._raw.set_trace_callback(None)
    searched = next(one for one in statements if one.startswith("SELECT s.card_key"))
    return [row["detail"] for row in store._connection.rows(f"EXPLAIN QUERY PLAN {searched}")]


def test_words_are_looked_for_in_one_pass_over_the_texts(three, moment):
    plan = plan_of(three.store, "one two -three", moment)

    assert plan[0] == "SCAN x"
    assert not any("CORRELATED" in step for step in plan)


def test_what_is_due_is_found_by_the_indexes_of_the_queue(three, moment):
    plan = plan_of(three.store, "is:due prop:stability<8", moment)

    assert any("ix_card_state_review" in step for step in plan)
    assert any("ix_card_state_learning" in step for step in plan)
    assert not any(step.startswith("SCAN s") for step in plan)
