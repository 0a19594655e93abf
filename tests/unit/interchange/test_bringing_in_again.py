"""What stays and what changes where cards are here already, in their decks, in their order."""

from __future__ import annotations

from datetime import timedelta

import pytest

from anki_packages import CLOZE, Package
from import_desk import DAY_MS, MARCH_FIRST_MS, NOW, TODAY, fates, only_card
from quizzer.domain.card import Basic, Card, CardId, Deck, DeckId, NoteId, Topic, TopicId
from quizzer.domain.errors import EnvironmentProblem, InputError
from quizzer.domain.exchange import Fate, OwnHistory
from quizzer.domain.memory import Memory, Progress, Rating, Review, StudyDay
from quizzer.domain.review import AnswerRecord
from quizzer.domain.text import Text


def test_a_note_that_is_missing_in_a_newer_package_stays(desk):
    both = Package()
    both.basic("a", "b")
    both.basic("c", "d")
    desk.bring(both)
    one = Package()
    one.basic("a", "b")

    report = desk.bring(one)

    assert fates(report) == [Fate.UNCHANGED]
    with desk.store.read() as tx:
        assert len(tx.stored_deck(DeckId("anki-default")).deck.cards) == 2


def test_a_card_stays_in_the_deck_where_it_is_here(desk):
    package = Package()
    package.basic("a", "b", deck="Old")
    desk.bring(package)
    moved = Package()
    moved.basic("a, edited", "b", deck="New")

    report = desk.bring(moved)

    assert [(deck, fate) for _, deck, fate in report.fates] == [("anki-old", Fate.UPDATED)]


def test_more_cards_come_behind_those_that_are_there(desk):
    package = Package()
    package.basic("one", "b", guid="1")
    package.basic("two", "b", guid="2")
    desk.bring(package)
    more = Package()
    more.basic("three", "b", guid="3")
    more.basic("two", "b, edited", guid="2")

    desk.bring(more)

    with desk.store.read() as tx:
        cards = tx.stored_deck(DeckId("anki-default")).deck.cards
    assert [card.body.prompt.in_("en") for card in cards] == ["one", "two", "three"]
    assert cards[1].body.answer.in_("en") == "b, edited"


def test_a_suspended_card_comes_suspended_and_the_learner_alone_changes_that(desk):
    package = Package()
    package.basic("a", "b", queue=-1)
    awake = Package()
    awake.basic("a", "b")

    asleep = desk.bring(package)
    card = only_card(asleep)
    with desk.store.read() as tx:
        came = tx.standing(card)
    back = desk.bring(awake)
    with desk.store.write() as tx:
        stayed = tx.standing(card)
        undone = tx.undo_last()
        tx.set_suspended([card], suspended=False, at=NOW)
    again = desk.bring(package)

    assert (fates(asleep), fates(back), fates(again)) == ([Fate.NEW], [Fate.UNCHANGED], [Fate.UNCHANGED])
    assert (came.suspended, came.retired, stayed.suspended) == (True, False, True)
    assert undone is None
    with desk.store.read() as tx:
        assert not tx.standing(card).suspended


def test_a_refused_file_leaves_everything_as_it_was(desk, tmp_path):
    broken = tmp_path / "broken.apkg"
    broken.write_bytes(b"PK\x03\x04 and no more")
    before = desk.dump()

    with pytest.raises(InputError):
        desk.bring(broken)

    assert desk.dump() == before
    assert desk.backups == []


def test_without_room_for_a_copy_nothing_is_imported(desk, learned):
    (desk.store.path.parent / "backups").write_text("in the way", encoding="utf-8")
    before = desk.dump()

    with pytest.raises(EnvironmentProblem, match="for a copy of the database cannot be made"):
        desk.bring(learned)

    assert desk.dump() == before


def test_decks_of_files_keep_their_places_and_their_cards(desk, learned):
    deck = Deck(
        DeckId("mine"), "1", Text.of("Mine"), Text.of("-"), "MIT", (Topic(TopicId("t"), (TopicId("u"),)),),
        (Card(CardId("mine/x"), NoteId("mine/x"), DeckId("mine"), TopicId("t"), Basic(Text.of("x"), Text.of("y")),
              Text.of("w"), "s", (TopicId("u"),)),),
    )  # fmt: skip
    with desk.store.write() as tx:
        tx.apply_content([deck], [], origin="x", retire_missing=True, at=NOW)
        before = tx.stored_deck(DeckId("mine"))

    desk.bring(learned)

    with desk.store.read() as tx:
        assert tx.stored_deck(DeckId("mine")) == before


def test_decks_stay_in_their_order_whatever_order_they_arrive_in(desk):
    for name in ("A", "B"):
        package = Package()
        package.basic(name, "b", deck=name, guid=name)
        desk.bring(package)
    both = Package()
    both.basic("B, edited", "b", deck="B", guid="B")
    both.basic("A, edited", "b", deck="A", guid="A")

    desk.bring(both)

    with desk.store.read() as tx:
        assert [deck.id for deck in tx.decks(now=NOW, today=TODAY)] == ["anki-a", "anki-b"]


def test_the_order_of_one_cards_answers_stands_though_a_clock_went_back(desk):
    package = Package()
    package.basic("a", "b")
    card = only_card(desk.bring(package))
    first = Progress(Review(Memory(1.5, 5.0), 2, StudyDay(TODAY + 2), NOW, TODAY), 1, 0)
    second = Progress(Review(Memory(2.5, 5.0), 4, StudyDay(TODAY + 4), NOW, TODAY), 2, 0)
    earlier = NOW - timedelta(hours=1)
    records = (
        AnswerRecord(card, Rating.EASY, Progress(), first, NOW, TODAY, 172_800.0, 0, 2, 1.0),
        AnswerRecord(card, Rating.EASY, first, second, earlier, TODAY, 345_600.0, 0, 4, 1.0, clock_went_back=True),
    )

    with desk.store.write() as tx:
        tx.bring_histories([(card, OwnHistory(second, records))])

    assert [row[2] for row in desk.log()] == ["new", "review"]


def test_cards_of_a_cloze_share_a_note_so_that_siblings_are_kept_apart(desk):
    package = Package()
    note = package.note("{{c1::a}} {{c2::b}}", "", model=CLOZE)
    package.card(note, ord=0)
    package.card(note, ord=1)
    desk.bring(package)

    with desk.store.read() as tx:
        cards = tx.stored_deck(DeckId("anki-default")).deck.cards

    assert len({card.note for card in cards}) == 1


def test_a_card_made_new_by_hand_starts_again_in_the_log(desk):
    package = Package()
    card = package.basic("a", "b", type=2, queue=2, due=76, ivl=3, reps=2)
    package.review(card, MARCH_FIRST_MS, ivl=10, kind=0)
    package.review(card, MARCH_FIRST_MS + DAY_MS, ease=0, ivl=0, factor=0, kind=4)
    package.review(card, MARCH_FIRST_MS + 2 * DAY_MS, ease=3, ivl=3, kind=0)

    desk.bring(package)

    assert [row[2] for row in desk.log()] == ["new", "new"]


def test_ten_thousand_notes_come_in_within_seconds(desk):
    package = Package()
    for number in range(10_000):
        card = package.basic(f"question {number}", "answer", type=2, queue=2, due=76, ivl=8, data='{"s":8,"d":5}')
        package.review(card, MARCH_FIRST_MS + number, ivl=8, kind=0)

    report = desk.bring(package)

    assert report.count(Fate.NEW) == sum(report.reviews.values()) == 10_000
