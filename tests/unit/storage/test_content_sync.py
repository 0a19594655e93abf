"""A sync brings cards and exercises in line with the files, keeps history, and is atomic."""

import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest

from quizzer.domain.card import ExerciseId, Topic, TopicId
from quizzer.domain.errors import UsageError
from quizzer.domain.library import SyncReport
from quizzer.domain.memory import Progress, State
from quizzer.domain.text import Text
from quizzer.domain.verdict import Verdict


def test_the_first_sync_adds_every_card_in_the_order_of_the_files(desk, make):
    cards = [make.card("zebra"), make.card("ant"), make.card("cloze#c1"), make.card("cloze#c2")]

    report = desk.sync(make.deck(*cards))

    assert report == SyncReport(added=tuple(card.id for card in cards))
    assert [candidate.card_id for candidate in desk.candidates().new] == [card.id for card in cards]


def test_a_card_comes_back_as_its_author_wrote_it(desk, make):
    card = make.card("one", requires=(TopicId("nn.Module"),), tags=("layout",), verify="assert True")

    desk.sync(make.deck(card))

    with desk.store.read() as tx:
        assert tx.card(card.id) == card


def test_a_second_sync_of_the_same_files_writes_no_card(desk, make):
    deck = make.deck(*(make.card(f"card-{number}") for number in range(50)))
    desk.sync(deck)
    before = desk.dump()

    report = desk.sync(deck, at=make.NOON + timedelta(days=1))

    assert report.nothing_changed
    assert report.unchanged == tuple(card.id for card in deck.cards)
    assert desk.dump() == before


def test_a_changed_text_keeps_the_history(desk, make):
    desk.sync(make.deck(make.card("one"), make.card("two")))
    desk.answer("layers/one", make.review(due_on=make.TODAY + 3))
    better = make.card("one", why=Text.of("Because of the layout."))

    report = desk.sync(make.deck(better, make.card("two")))

    assert report == SyncReport(changed=(better.id,), unchanged=("layers/two",))
    assert desk.progress("layers/one") == Progress(make.review(due_on=make.TODAY + 3), 1)
    with desk.store.read() as tx:
        assert tx.card(better.id) == better
        assert len(tx.review_rows(make.TODAY)) == 1


def test_a_card_that_is_gone_is_retired_and_out_of_every_list(desk, make):
    desk.sync(make.deck(make.card("one"), make.card("two")))

    report = desk.sync(make.deck(make.card("two")))

    assert report == SyncReport(retired=("layers/one",), unchanged=("layers/two",))
    assert [candidate.card_id for candidate in desk.candidates().all] == ["layers/two"]
    with desk.store.read() as tx:
        assert tx.decks(now=make.NOON, today=make.TODAY)[0].cards == 1
        assert tx.state_counts()[State.NEW] == 1
        assert tx.card("layers/one") == make.card("one")


def test_a_retired_card_is_reported_once(desk, make):
    desk.sync(make.deck(make.card("one"), make.card("two")))
    desk.sync(make.deck(make.card("two")))

    assert desk.sync(make.deck(make.card("two"))).retired == ()


def test_a_retired_card_that_comes_back_has_its_history(desk, make):
    both, one_less = make.deck(make.card("one"), make.card("two")), make.deck(make.card("two"))
    desk.sync(both)
    desk.answer("layers/one", make.review(due_on=make.TODAY))
    desk.sync(one_less)

    report = desk.sync(both)

    assert report == SyncReport(added=("layers/one",), unchanged=("layers/two",))
    assert [candidate.card_id for candidate in desk.candidates().reviews] == ["layers/one"]


def test_missing_cards_stay_where_nothing_shall_be_retired(desk, make):
    desk.sync(make.deck(make.card("one"), make.card("two")))

    report = desk.sync(make.deck(make.card("two")), retire=False)

    assert report.retired == ()
    assert len(desk.candidates().new) == 2


def test_decks_that_were_not_read_are_left_alone(desk, make):
    desk.sync(make.deck(make.card("one")), make.deck(make.card("a", deck="loss"), deck="loss"))

    report = desk.sync(make.deck(make.card("one")))

    assert report.retired == ()
    assert len(desk.candidates().new) == 2


def test_a_deck_without_cards_retires_them_all(desk, make):
    desk.sync(make.deck(make.card("one")))

    assert desk.sync(make.deck()).retired == ("layers/one",)


def test_moving_cards_changes_their_order_and_is_not_reported(desk, make):
    desk.sync(make.deck(make.card("one"), make.card("two"), make.card("three")))

    report = desk.sync(make.deck(make.card("three"), make.card("one"), make.card("two")))

    assert report.nothing_changed
    assert [candidate.card_id for candidate in desk.candidates().new] == ["layers/three", "layers/one", "layers/two"]


def test_decks_stand_in_the_order_given_and_those_of_other_syncs_stay_where_they_are(desk, make):
    def one(name):
        return make.deck(make.card("a", deck=name), deck=name)

    desk.sync(one("tensors"))
    desk.sync(one("mine"))
    desk.sync(one("layers"), one("tensors"), one("losses"))

    with desk.store.read() as tx:
        decks = tx.decks(now=make.NOON, today=make.TODAY)

    assert [deck.id for deck in decks] == ["layers", "mine", "tensors", "losses"]
    assert [candidate.deck for candidate in desk.candidates().new] == ["layers", "mine", "tensors", "losses"]


def test_decks_that_change_places_keep_their_cards_and_their_history(desk, make):
    first, second = make.deck(make.card("one")), make.deck(make.card("b", deck="tensors"), deck="tensors")
    desk.sync(first, second)
    desk.answer("layers/one", make.review(due_on=make.TODAY + 3))

    report = desk.sync(second, first)

    assert report.nothing_changed
    assert desk.progress("layers/one") == Progress(make.review(due_on=make.TODAY + 3), 1)
    with desk.store.read() as tx:
        assert [deck.id for deck in tx.decks(now=make.NOON, today=make.TODAY)] == ["tensors", "layers"]


def test_a_deck_is_summed_up_in_numbers(desk, make):
    desk.sync(make.deck(*(make.card(name) for name in "abcdef"), version="2"))
    desk.answer("layers/a", make.learning(due_at=make.NOON))
    desk.answer("layers/b", make.learning(due_at=make.NOON + timedelta(minutes=1)))
    desk.answer("layers/c", make.relearning(due_at=make.NOON))
    desk.answer("layers/d", make.review(due_on=make.TODAY))
    desk.answer("layers/e", make.review(due_on=make.TODAY + 1))

    with desk.store.read() as tx:
        (deck,) = tx.decks(now=make.NOON, today=make.TODAY)

    assert (deck.version, deck.title.in_("zh-CN")) == ("2", "层")
    assert (deck.cards, deck.new, deck.learned, deck.due) == (6, 1, 3, 3)


def test_a_failure_in_the_middle_changes_nothing(desk, make):
    desk.sync(make.deck(make.card("one")), exercises=[make.exercise()])
    before = desk.dump()
    good = make.deck(make.card("one", why=Text.of("New.")), make.card("two"))
    bad = make.deck(make.card("a", deck="loss"), make.card("a", deck="loss"), deck="loss")

    with pytest.raises(sqlite3.IntegrityError):
        desk.sync(good, bad, exercises=[make.exercise(version="v2")])

    assert desk.dump() == before


def test_a_card_that_does_not_exist_is_explained(desk):
    with desk.store.read() as tx, pytest.raises(UsageError, match="no card layers/nothing"):
        tx.card("layers/nothing")


def test_the_hash_of_what_was_applied_is_kept_for_each_origin(desk):
    with desk.store.write() as tx:
        tx.set_content_hash("builtin", "abc")
        tx.set_content_hash("/home/me/deck", "def")
        tx.set_content_hash("builtin", "xyz")

    with desk.store.read() as tx:
        assert [tx.content_hash(origin) for origin in ("builtin", "/home/me/deck", "other")] == ["xyz", "def", None]


def test_topics_follow_the_deck(desk, make):
    topics = (Topic(TopicId("nn.Linear"), (TopicId("nn.Module"),)), Topic(TopicId("nn.ReLU")))
    desk.sync(make.deck(make.card("one"), topics=topics))
    desk.sync(make.deck(make.card("one"), topics=topics[:1]))

    stored = sqlite3.connect(desk.path).execute("SELECT id, requires FROM topic").fetchall()

    assert stored == [("nn.Linear", '["nn.Module"]')]


def test_exercises_are_added_changed_and_retired_by_origin(desk, make):
    first = desk.sync(exercises=[make.exercise("dropout"), make.exercise("softmax")])
    desk.sync(exercises=[make.exercise("mine")], origin="/home/me")

    second = desk.sync(exercises=[make.exercise("dropout", version="v2", difficulty=3)])

    assert first.exercises_added == ("dropout", "softmax")
    assert second == SyncReport(exercises_changed=("dropout",), exercises_retired=("softmax",))
    with desk.store.read() as tx:
        assert [(summary.id, summary.version) for summary in tx.exercises()] == [("dropout", "v2"), ("mine", "v1")]
        assert tx.exercise(ExerciseId("softmax")) == make.exercise("softmax")


def test_a_retired_exercise_comes_back(desk, make):
    desk.sync(exercises=[make.exercise("dropout")])
    desk.sync()

    report = desk.sync(exercises=[make.exercise("dropout")])

    assert report == SyncReport(exercises_added=("dropout",))


def test_the_same_exercise_again_changes_nothing(desk, make):
    desk.sync(exercises=[make.exercise()])
    before = desk.dump()

    report = desk.sync(exercises=[make.exercise()], at=make.NOON + timedelta(days=1))

    assert report.nothing_changed
    assert desk.dump() == before


def test_an_exercise_comes_back_as_its_author_wrote_it(desk, make):
    exercise = make.exercise(hints=(Text.of("Look."),), forbidden=("torch.nn.Dropout",), fixtures_source="x = 1")

    desk.sync(exercises=[exercise])

    with desk.store.read() as tx:
        assert tx.exercise(exercise.id) == exercise
        assert tx.exercise(ExerciseId("nothing")) is None


def test_a_better_hint_under_the_same_version_replaces_the_text(desk, make):
    desk.sync(exercises=[make.exercise()])
    better = make.exercise(hints=(Text.of("Think of the expected value."),))

    report = desk.sync(exercises=[better])

    assert report.exercises_changed == ("dropout",)
    with desk.store.read() as tx:
        assert tx.exercise(better.id) == better


def test_a_version_that_judged_stays_when_the_exercise_changes(desk, make):
    old, new = make.exercise(), make.exercise(version="v2", checks_source="def other(learner, case): ...")
    desk.sync(exercises=[old])
    with desk.store.write() as tx:
        tx.save_submission(old.id, "class Dropout: ...", make.result(Verdict.AC))

    desk.sync(exercises=[new])

    with desk.store.read() as tx:
        assert tx.exercise(old.id) == new
        assert tx.exercise(old.id, version="v1") == old
        assert tx.submissions(old.id)[0].result.exercise_version == "v1"


def test_an_exercise_moves_to_the_origin_that_brought_it_last(desk, make):
    desk.sync(exercises=[make.exercise()])
    desk.sync(exercises=[make.exercise()], origin="/home/me")

    report = desk.sync()

    assert report.exercises_retired == ()


def test_five_thousand_cards_are_one_quick_transaction(desk, make):
    cards = tuple(make.card(f"card-{number}") for number in range(5000))
    deck = make.deck(*cards)

    desk.sync(deck)
    one_changed = desk.sync(replace(deck, cards=(*cards[:-1], replace(cards[-1], source="elsewhere"))))

    assert one_changed.changed == (cards[-1].id,)
    # The deck and its topic are written again; of 5,000 cards only one is.
    raw = desk.store._connection
    writes_before = raw.value("SELECT total_changes()")
    desk.sync(deck)
    assert raw.value("SELECT total_changes()") - writes_before < 10
