"""Suspending, flagging, tagging, burying and remarks: what they change, what they leave alone, and their way back."""

import pytest

from quizzer.domain.act import ActKind, Standing, UndoneAct
from quizzer.domain.errors import UsageError
from quizzer.domain.memory import Rating, State


@pytest.fixture
def shelf(desk, make):
    """Three cards, the first with an author's tag, and two siblings."""
    desk.sync(
        make.deck(make.card("a", tags=("shape",)), make.card("b"), make.card("c"), make.card("x#c1"), make.card("x#c2"))
    )
    return desk


def act(desk, name, *arguments, **values):
    with desk.store.write() as tx:
        return getattr(tx, name)(*arguments, **values)


def undo(desk):
    with desk.store.write() as tx:
        return tx.undo_last()


def standing(desk, card):
    with desk.store.read() as tx:
        return tx.standing(card)


def offered(desk):
    return [candidate.card_id.removeprefix("layers/") for candidate in desk.candidates().all]


def test_suspended_cards_leave_every_list_and_come_back_as_they_stood(shelf, make):
    shelf.answer("layers/a", make.learning(due_at=make.NOON))
    shelf.answer("layers/b", make.review(due_on=make.TODAY))

    changed = act(shelf, "set_suspended", ["layers/a", "layers/b", "layers/c"], suspended=True, at=make.NOON)

    assert changed == ("layers/a", "layers/b", "layers/c")
    assert offered(shelf) == ["x#c1", "x#c2"]
    with shelf.store.read() as tx:
        assert sum(tx.state_counts().values()) == 2
        assert tx.due_learning(now=make.NOON) == 0
        assert tx.forecast(today=make.TODAY, days=1) == (0,)
        assert tx.decks(now=make.NOON, today=make.TODAY)[0].due == 0
    act(shelf, "set_suspended", changed, suspended=False, at=make.NOON)
    assert offered(shelf) == ["a", "b", "c", "x#c1", "x#c2"]
    assert shelf.progress("layers/b").schedule == make.review(due_on=make.TODAY)


def test_a_sync_leaves_what_the_learner_did_alone(shelf, make):
    act(shelf, "set_suspended", ["layers/a"], suspended=True, at=make.NOON)
    act(shelf, "set_flag", ["layers/a"], flag=3, at=make.NOON)
    act(shelf, "set_tag", ["layers/a"], "hard", present=True, at=make.NOON)
    act(shelf, "set_remark", "layers/a", "think of rows", at=make.NOON)

    shelf.sync(make.deck(make.card("a", source="another page", tags=("axis",))))

    assert standing(shelf, "layers/a") == Standing(
        suspended=True, flag=3, tags=("axis", "hard"), remark="think of rows"
    )
    assert offered(shelf) == []


def test_a_card_that_returns_from_retirement_is_still_suspended(shelf, make):
    act(shelf, "set_suspended", ["layers/a"], suspended=True, at=make.NOON)
    shelf.sync(make.deck(make.card("b")))
    assert standing(shelf, "layers/a").retired

    shelf.sync(make.deck(make.card("a"), make.card("b")))

    assert offered(shelf) == ["b"]
    assert standing(shelf, "layers/a").suspended


def test_a_topic_is_known_by_the_cards_that_are_not_suspended(shelf, make):
    for card in ("a", "b"):
        shelf.answer(f"layers/{card}", make.review(due_on=make.TODAY + 3))
    with shelf.store.read() as tx:
        assert tx.known_topics() == set()

    act(shelf, "set_suspended", ["layers/c"], suspended=True, at=make.NOON)

    with shelf.store.read() as tx:
        assert tx.known_topics() == {"nn.Linear"}


def test_an_authors_tag_is_not_the_learners_to_take_away(shelf, make):
    act(shelf, "set_tag", ["layers/a"], "shape", present=True, at=make.NOON)

    act(shelf, "set_tag", ["layers/a"], "shape", present=False, at=make.NOON)

    assert standing(shelf, "layers/a").tags == ("shape",)


def test_burying_takes_the_siblings_along_and_unburying_brings_them_back(shelf, make):
    buried = act(shelf, "bury", ["layers/x#c1"], until=make.TODAY + 1, at=make.NOON)

    assert buried == ("layers/x#c1", "layers/x#c2")
    assert offered(shelf) == ["a", "b", "c"]
    assert act(shelf, "unbury", ["layers/x#c2"], today=make.TODAY, at=make.NOON) == buried
    assert offered(shelf) == ["a", "b", "c", "x#c1", "x#c2"]


def test_what_was_buried_for_an_earlier_day_is_not_there_to_unbury(shelf, make):
    act(shelf, "bury", ["layers/a"], until=make.TODAY, at=make.NOON)

    assert act(shelf, "unbury", ["layers/a"], today=make.TODAY, at=make.NOON) == ()


def test_an_act_that_changes_nothing_is_no_step_of_undo(shelf, make):
    act(shelf, "set_flag", ["layers/a"], flag=2, at=make.NOON)

    assert act(shelf, "set_flag", ["layers/a"], flag=2, at=make.NOON) == ()

    assert undo(shelf).kind is ActKind.FLAG
    assert undo(shelf) is None


def test_one_undo_takes_back_one_act_whatever_it_was_done_to(shelf, make):
    act(shelf, "set_flag", ["layers/b"], flag=1, at=make.NOON)
    act(shelf, "set_flag", ["layers/a", "layers/b"], flag=4, at=make.NOON)

    undone = undo(shelf)

    assert (undone.kind, undone.cards) == (ActKind.FLAG, ("layers/a", "layers/b"))
    assert (standing(shelf, "layers/a").flag, standing(shelf, "layers/b").flag) == (0, 1)


def test_answers_and_acts_are_undone_in_the_order_in_which_they_were_done(shelf, make):
    before = shelf.dump()
    act(shelf, "set_suspended", ["layers/c"], suspended=True, at=make.NOON)
    shelf.answer("layers/a", make.review(due_on=make.TODAY + 3))
    act(shelf, "set_tag", ["layers/a"], "marked", present=True, at=make.NOON)
    act(shelf, "set_remark", "layers/a", "mine", at=make.NOON)
    shelf.answer("layers/b", make.review(due_on=make.TODAY + 3))

    undone = [undo(shelf) for _ in range(5)]

    assert [one.kind if isinstance(one, UndoneAct) else one.card_id for one in undone] == [
        "layers/b",
        ActKind.REMARK,
        ActKind.MARK,
        "layers/a",
        ActKind.SUSPEND,
    ]
    assert undo(shelf) is None
    assert shelf.dump() == before


def test_an_act_after_an_undone_answer_is_still_the_newest(shelf, make):
    shelf.answer("layers/a", make.review(due_on=make.TODAY + 3))
    shelf.answer("layers/b", make.review(due_on=make.TODAY + 3))
    undo(shelf)
    act(shelf, "set_flag", ["layers/c"], flag=1, at=make.NOON)

    assert isinstance(undo(shelf), UndoneAct)
    assert undo(shelf).card_id == "layers/a"


def test_the_tag_of_a_leech_comes_and_goes_with_its_answer(shelf, make):
    before = shelf.dump()
    shelf.answer("layers/a", make.relearning(due_at=make.NOON), rating=Rating.AGAIN, leech=True)
    assert standing(shelf, "layers/a").leech

    assert undo(shelf).card_id == "layers/a"

    assert shelf.dump() == before


def test_a_leech_again_is_one_answer_more_and_no_second_tag(shelf, make):
    for _ in range(2):
        shelf.answer("layers/a", make.relearning(due_at=make.NOON), rating=Rating.AGAIN, leech=True)
    assert standing(shelf, "layers/a").tags == ("leech", "shape")

    undo(shelf)

    assert standing(shelf, "layers/a").leech
    undo(shelf)
    assert not standing(shelf, "layers/a").leech
    assert shelf.progress("layers/a").state is State.NEW


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("set_suspended", {"suspended": True}),
        ("set_flag", {"flag": 1}),
        ("set_tag", {"tag": "mine", "present": True}),
        ("bury", {"until": 1}),
        ("unbury", {"today": 1}),
    ],
)
def test_a_card_that_is_not_there_is_named_and_nothing_is_changed(shelf, make, name, values):
    before = shelf.dump()

    with pytest.raises(UsageError, match="There is no card layers/nope"):
        act(shelf, name, ["layers/a", "layers/nope"], at=make.NOON, **values)

    assert shelf.dump() == before


def test_no_flag_beyond_seven_is_stored(shelf, make):
    import sqlite3

    with pytest.raises(sqlite3.IntegrityError, match="ck_card_state_flag"):
        act(shelf, "set_flag", ["layers/a"], flag=8, at=make.NOON)
