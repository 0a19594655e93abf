"""Packages of every era say the same: notes, cards, decks, tags, schedule, memory and answers."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from anki_packages import CLOZE, CREATED_S, DAY_S, OCCLUSION, REVERSED, Model, Package
from quizzer.domain.card import Basic, Cloze
from quizzer.domain.exchange import Remark, SkipReason
from quizzer.domain.memory import Memory, Rating, State
from quizzer.domain.text import Text

ERAS = ("legacy 1", "legacy 2", "latest")
MARCH_FIRST_MS = 1_772_366_400_123  # 2026-03-01 12:00:00.123 UTC


def day(year: int, month: int, number: int) -> int:
    return date(year, month, number).toordinal()


def bodies(shipment):
    return [parcel.card.body for parcel in shipment.parcels]


@pytest.fixture
def package():
    package = Package()
    package.basic("What is <b>2 &lt; 3</b>?", "True", deck="Maths::Order", guid="B{Xq7#!c")
    return package


@pytest.mark.parametrize("era", ERAS)
def test_a_basic_note_becomes_a_card_of_markdown(read, package, era):
    shipment = read(package, era=era)

    (parcel,) = shipment.parcels
    assert parcel.card.body == Basic(Text.of("What is **2 < 3**?"), Text.of("True"))
    assert parcel.card.guid == "B{Xq7#!c"
    assert parcel.card.source == "Anki: Maths::Order"
    assert [deck.title.in_("en") for deck in shipment.decks] == ["Maths::Order"]
    assert parcel.history is None
    assert shipment.skipped == ()


@pytest.mark.parametrize("era", ERAS)
def test_all_eras_give_the_same_shipment(read, package, era):
    package.card(package.note("{{c1::a}} and {{c2::b}}", "more", model=CLOZE, tags=" x  y "), ord=1)
    package.media = {"0": "图片.png"}

    assert read(package, era=era) == read(package, era="legacy 1")


def test_a_package_is_read_from_its_newest_collection(read, package):
    assert len(read(package, era="latest").parcels) == 1


def test_the_same_guid_gives_the_same_id_in_any_deck(read, package):
    other = Package()
    other.basic("Edited", "True", deck="Elsewhere", guid="B{Xq7#!c")

    assert read(other).parcels[0].card.id == read(package).parcels[0].card.id


def test_each_deletion_is_a_card_and_the_extra_field_its_explanation(read):
    package = Package()
    note = package.note("<b>{{c1::view}}</b> shares, {{c2::clone::verb}} copies", "See <i>torch</i>.", model=CLOZE)
    package.card(note, ord=0)
    package.card(note, ord=1)

    first, second = read(package).parcels

    assert first.card.body == Cloze(Text.of("**{{c1::view}}** shares, {{c2::clone}} copies"), 1)
    assert second.card.body == Cloze(Text.of("**{{c1::view}}** shares, {{c2::clone}} (verb) copies"), 2)
    assert first.card.why == Text.of("See *torch*.")
    assert first.card.note == second.card.note
    assert (first.card.id, second.card.id) == (f"{first.card.note}#c1", f"{first.card.note}#c2")


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("{{c1::a {{c2::b}}}}", 1, "{{c1::a b}}"),
        ("{{c1::a {{c2::b}}}}", 2, "a {{c2::b}}"),
        ("{{c1::{1: 2}}} fits", 1, "{{c1::{1: 2}}} fits"),
        ('{"k": {{c1::x}} }', 1, '{"k": {{c1::x}} }'),
        ("<ul><li>{{c1::one<br>two}}</li></ul>", 1, "- {{c1::one\n\ntwo}}"),
    ],
)
def test_nested_deletions_and_braces_keep_their_sense(read, text, number, expected):
    package = Package()
    package.card(package.note(text, "", model=CLOZE), ord=number - 1)

    assert bodies(read(package)) == [Cloze(Text.of(expected), number)]


def test_a_reversed_card_asks_the_other_way_round_and_shares_its_note(read):
    package = Package()
    note = package.note("dog", "狗", "y", model=REVERSED)
    package.card(note, ord=0)
    package.card(note, ord=1)

    first, second = read(package).parcels

    assert second.card.body == Basic(Text.of("狗"), Text.of("dog"))
    assert (second.card.note, second.card.id) == (first.card.note, f"{first.card.id}#c2")


def test_an_optional_reverse_that_was_not_asked_for_is_left_out(read):
    package = Package()
    package.card(package.note("dog", "狗", "", model=REVERSED), ord=1)

    shipment = read(package)

    assert shipment.parcels == ()
    assert [(one.what, one.reason) for one in shipment.skipped] == [("dog", SkipReason.EMPTY)]


def test_a_template_repeats_its_question_without_a_rule_between(read):
    package = Package()
    package.models[9] = Model("Odd", ("Front", "Back"), (("Q: {{Front}}", "Q: {{Front}}<p>{{hint:Back}}{{Tags}}</p>"),))
    package.card(package.note("x", "y", model=9))

    assert bodies(read(package)) == [Basic(Text.of("Q: x"), Text.of("y"))]


def test_an_answer_repeats_nothing_of_its_question_wherever_the_template_puts_it(read):
    package = Package()
    package.models[9] = Model("Odd", ("Front", "Back"), (("{{Front}}", "<div>{{FrontSide}}</div>{{Back}}"),))
    package.card(package.note("x", "y", model=9))

    assert bodies(read(package)) == [Basic(Text.of("x"), Text.of("y"))]


@pytest.mark.parametrize("era", ERAS)
def test_what_cannot_be_a_card_is_named_with_its_reason(read, era):
    package = Package()
    package.card(package.note("{{c1::image-occlusion:rect}}", "<img src=a.png>", model=OCCLUSION))
    package.card(package.note("no type", "b", model=77))
    package.basic("long", "x" * 20_001)
    package.basic("", "nothing asked")

    reasons = [one.reason for one in read(package, era=era).skipped]

    assert reasons == [SkipReason.IMAGE_OCCLUSION, SkipReason.NO_NOTE_TYPE, SkipReason.TOO_LONG, SkipReason.EMPTY]


def test_a_guid_that_is_there_twice_makes_one_card(read):
    package = Package()
    package.basic("first", "b", guid="same")
    package.basic("second", "b", guid="same")

    shipment = read(package)

    assert bodies(shipment) == [Basic(Text.of("first"), Text.of("b"))]
    assert [(one.what, one.reason) for one in shipment.skipped] == [("second", SkipReason.REPEATED)]


def test_a_card_in_review_is_due_on_a_date_and_keeps_its_memory(read):
    package = Package()
    data = '{"pos":1,"s":28.515,"d":7.342,"dr":0.9,"decay":0.154,"lrt":1772366400}'
    card = package.basic("a", "b", type=2, queue=2, due=90, ivl=30, factor=2300, reps=7, lapses=2, data=data)
    package.review(card, MARCH_FIRST_MS, ease=3, ivl=30)

    history = read(package).parcels[0].history

    assert history.standing.state is State.REVIEW
    assert history.standing.due_on == day(2026, 1, 1) + 90
    assert history.standing.memory == Memory(28.515, 7.342)
    assert (history.standing.interval_days, history.standing.repetitions, history.standing.lapses) == (30, 7, 2)
    assert [(one.rating, one.interval_days, one.duration_s) for one in history.reviews] == [(Rating.GOOD, 30, 4.2)]
    assert history.reviews[0].answered_at == datetime(2026, 3, 1, 12, 0, 0, 123_000, tzinfo=UTC)


def test_the_first_day_is_the_date_where_the_collection_was_made(read):
    package = Package(created_s=CREATED_S - 8 * 3600, config={"creationOffset": -480})  # 04:00 in China
    package.basic("a", "b", type=2, queue=2, due=10, ivl=5)

    assert read(package).parcels[0].history.standing.due_on == day(2026, 1, 11)


def test_a_card_in_a_filtered_deck_belongs_to_its_own_and_keeps_its_due_date(read):
    package = Package()
    home = package.deck("Home")
    package.basic("a", "b", deck="Cram", type=2, queue=2, due=-100_000, ivl=5, odue=40, odid=home)

    shipment = read(package)

    assert [deck.title.in_("en") for deck in shipment.decks] == ["Home"]
    assert shipment.parcels[0].history.standing.due_on == day(2026, 1, 1) + 40


@pytest.mark.parametrize(("queue", "due"), [(1, CREATED_S + 70 * DAY_S), (3, 70)])
def test_a_card_in_steps_is_due_at_an_instant_however_it_is_written(read, queue, due):
    package = Package()
    package.basic("a", "b", type=3, queue=queue, due=due, reps=3, lapses=1)

    standing = read(package).parcels[0].history.standing

    assert (standing.state, standing.due_at) == (State.RELEARNING, datetime(2026, 3, 12, 4, tzinfo=UTC))


def test_only_answers_are_read_from_the_log(read):
    package = Package()
    card = package.basic("a", "b", type=2, queue=2, due=90, ivl=3)
    package.review(card, MARCH_FIRST_MS, ease=1, ivl=-600, kind=0)
    package.review(card, MARCH_FIRST_MS + 1, ease=3, ivl=0, factor=0, kind=3)  # crammed
    package.review(card, MARCH_FIRST_MS + 2, ease=0, ivl=1, factor=0, kind=4)  # made new by hand
    package.review(card, MARCH_FIRST_MS + 3, ease=0, ivl=1, kind=5)  # rescheduled
    package.review(card, MARCH_FIRST_MS + 4, ease=4, ivl=3)

    reviews = read(package).parcels[0].history.reviews

    assert [(one.rating, one.interval_s, one.starts_anew) for one in reviews] == [
        (Rating.AGAIN, 600.0, False),
        (Rating.EASY, 3 * 86_400.0, True),
    ]


def test_a_suspended_card_is_marked_and_counted(read):
    package = Package()
    package.basic("a", "b", queue=-1)

    shipment = read(package)

    assert [parcel.suspended for parcel in shipment.parcels] == [True]
    assert shipment.remarks == {Remark.SUSPENDED: 1}


@pytest.mark.parametrize("era", ERAS)
def test_media_are_named_in_the_text_and_reading_writes_none(read, era, tmp_path):
    package = Package(media={"0": "图.png", "1": "a.mp3"})
    package.basic('<img src="图.png"> [sound:a.mp3]', "b")

    shipment = read(package, era=era)

    assert bodies(shipment)[0].prompt == Text.of("(image: 图.png) (sound: a.mp3)")
    assert [file.name for file in shipment.media] == ["图.png", "a.mp3"]
    assert shipment.remarks == {}
    assert [path.name for path in tmp_path.iterdir()] == ["deck.apkg"]


def test_new_cards_keep_the_order_of_their_positions(read):
    package = Package()
    package.basic("second", "b", due=9)
    package.basic("first", "b", due=3)

    assert [body.prompt.in_("en") for body in bodies(read(package))] == ["first", "second"]
