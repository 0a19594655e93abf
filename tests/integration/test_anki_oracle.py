"""Anki and genanki as second opinions: what they write is read as they see it, and what is written they read as it is.

They live in an environment of their own (Anki is AGPL), named by QUIZZER_ANKI_PYTHON:

    python -m venv anki && anki/bin/pip install anki genanki
    QUIZZER_ANKI_PYTHON=anki/bin/python python -m pytest tests/integration/test_anki_oracle.py
"""

from __future__ import annotations

import json
import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizzer.domain.card import Basic, Card, CardId, Choice, Cloze, Deck, DeckId, NoteId, Option, Topic, TopicId
from quizzer.domain.exchange import Fate, Remark
from quizzer.domain.memory import Learning, Rating, Review
from quizzer.domain.review import AnswerRecord
from quizzer.domain.text import Text
from quizzer.interchange.files import read_file
from quizzer.interchange.writers import Format
from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.moment import moment_at
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.exchange import calendar_at, import_file
from quizzer.services.exchange_out import export_deck
from quizzer.storage.store import open_store

PYTHON = os.environ.get("QUIZZER_ANKI_PYTHON")
ORACLE = Path(__file__).parents[1] / "support" / "anki_oracle.py"
OPTIONS = SchedulerOptions()
DECK = DeckId("mine")

pytestmark = pytest.mark.skipif(
    PYTHON is None, reason="QUIZZER_ANKI_PYTHON names no interpreter that has anki and genanki"
)


def oracle(command, path):
    """What Anki says; times are UTC on both sides."""
    done = subprocess.run(
        [PYTHON, str(ORACLE), command, str(path)],
        env={"PATH": os.environ["PATH"], "TZ": "UTC", "HOME": str(path)},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def calendar():
    return calendar_at(datetime.now(UTC), zone=UTC, options=OPTIONS)


@pytest.fixture(scope="module")
def anki(tmp_path_factory):
    """A folder of packages that Anki made of one collection, and what Anki says of its cards."""
    folder = tmp_path_factory.mktemp("anki")
    return folder, oracle("make", folder)


def number(parcel):
    """Which card of its note, from 0."""
    _, _, suffix = parcel.card.id.partition("#c")
    return int(suffix) - 1 if suffix else 0


def as_anki_says(shipment):
    """The cards of a shipment in the oracle's words."""
    titles = {deck.id: deck.title.in_("en") for deck in shipment.decks}
    found = {}
    for parcel in shipment.parcels:
        facts = {"deck": titles[parcel.card.deck], "tags": sorted(parcel.card.tags), "state": 0, "log": []}
        if parcel.history is not None:
            standing = parcel.history.standing
            facts |= {"reps": standing.repetitions, "lapses": standing.lapses}
            facts["state"] = {"learning": 1, "review": 2, "relearning": 3}[standing.state.value]
            facts["due"] = standing.due_on if facts["state"] == 2 else int(standing.due_at.timestamp())
            facts["memory"] = standing.memory and [standing.memory.stability, standing.memory.difficulty]
            facts["log"] = [
                [
                    int(one.answered_at.timestamp() * 1000 + 0.5),
                    one.rating,
                    one.interval_days or -int(one.interval_s),
                    round(one.duration_s * 1000),
                ]
                for one in parcel.history.reviews
            ]
        found[parcel.card.guid, number(parcel)] = facts
    return found


def as_we_ask(cards):
    """The oracle's cards with the same keys."""
    found = {}
    for card in cards:
        facts = {key: card[key] for key in ("deck", "tags", "state")}
        facts["log"] = [entry[:4] for entry in card["log"]]
        if card["state"]:
            facts |= {key: card[key] for key in ("reps", "lapses", "due", "memory")}
        found[card["guid"], card["ord"]] = facts
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", ["legacy.apkg", "latest.apkg", "whole.colpkg"])
def test_what_anki_writes_is_read_as_anki_sees_it(anki, calendar, name):
    folder, cards = anki

    shipment = read_file(folder / name, calendar=calendar)

    assert as_anki_says(shipment) == as_we_ask(cards)
    assert len(cards) == 8
    assert shipment.skipped == ()


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A folder of packages of ten thousand notes, and the number of their cards."""
    folder = tmp_path_factory.mktemp("many")
    return folder, oracle("big", folder)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["legacy.apkg", "latest.apkg"])
def test_ten_thousand_notes_of_anki_come_in_once(many, tmp_path, calendar, name):
    folder, count = many

    with open_store(tmp_path / "quizzer.db") as store:
        first, second = (
            import_file(store, folder / name, calendar=calendar, options=OPTIONS, dry_run=False) for _ in range(2)
        )

    assert first.count(Fate.NEW) == second.count(Fate.UNCHANGED) == count == 10_000
    assert sum(first.reviews.values()) == 20_000
    assert sum(second.reviews.values()) == 0


def test_what_genanki_writes_is_read(tmp_path, calendar):
    oracle("genanki", tmp_path)

    shipment = read_file(tmp_path / "genanki.apkg", calendar=calendar)

    found = {(parcel.card.guid, number(parcel)): parcel.card.body for parcel in shipment.parcels}
    assert found == {
        ("gen-1", 0): Basic(Text.of("Q *x*"), Text.of("A")),
        ("gen-1", 1): Basic(Text.of("A"), Text.of("Q *x*")),
        ("gen-2", 0): Cloze(Text.of("{{c1::a}} {{c2::b}}"), 1),
        ("gen-2", 1): Cloze(Text.of("{{c1::a}} {{c2::b}}"), 2),
    }


def own_deck():
    both = Text.of({"en": "What is `a < b`?", "zh-CN": "什么是 `a < b`？"})
    hidden = Text.of("{{c1::view}} shares, {{c2::clone}} copies")
    options = (Option(both, correct=True), Option(Text.of("x"), mistake="m", feedback=both), Option(Text.of("y")))
    bodies = {
        "basic": Basic(both, both),
        "c#c1": Cloze(hidden, 1),
        "c#c2": Cloze(hidden, 2),
        "choice": Choice(both, options),
    }
    cards = tuple(
        Card(
            CardId(f"mine/{name}"), NoteId(f"mine/{name.partition('#')[0]}"), DECK, TopicId("t"), body, both, "s",
            tags=("two words",),
        )
        for name, body in bodies.items()
    )  # fmt: skip
    return Deck(DECK, "1", Text.of("Mine"), Text.of("All of it"), "MIT", (Topic(TopicId("t")),), cards)


def live(tx, deck, *, begin):
    """Answer all cards but the last: one graduates and lapses, one stays in its steps."""
    model = Fsrs6()
    plans = {0: (3, 3, 4, 1), 1: (3,), 2: (4, 2, 3)}
    for place, ratings in plans.items():
        now = begin + timedelta(seconds=place, milliseconds=7)
        for rating in map(Rating, ratings):
            card = deck.cards[place].id
            progress = tx.progress(card)
            moment = moment_at(now, zone=UTC, rollover_hour=4)
            outcome = four_answers(progress, card_id=card, moment=moment, options=OPTIONS, model=model)[rating]
            tx.record_answer(
                AnswerRecord(
                    card, rating, progress, outcome.progress, now, moment.today, outcome.interval_s,
                    outcome.elapsed_days, outcome.scheduled_days, 3.21,
                )
            )  # fmt: skip
            now += timedelta(seconds=outcome.interval_s + 60)


@pytest.fixture
def exported(tmp_path):
    """A package of our own in a folder, and the parcels that are in it."""
    begin = datetime.now(UTC) - timedelta(days=120)
    with open_store(tmp_path / "first.db") as store:
        with store.write() as tx:
            deck = own_deck()
            tx.apply_content([deck], [], origin="x", retire_missing=True, at=begin)
            live(tx, deck, begin=begin)
        export_deck(
            store, DECK, tmp_path / "mine.apkg", how=Format.ANKI, language="en", now=datetime.now(UTC), zone=UTC,
            options=OPTIONS,
        )  # fmt: skip
        with store.read() as tx:
            return tmp_path / "mine.apkg", tx.parcels(DECK)


@pytest.mark.slow
def test_what_we_write_anki_reads_with_due_dates_memory_and_log(exported):
    path, parcels = exported

    seen = oracle("show", path)

    assert (seen["new"], seen["second"], seen["sound"]) == (3, [0, 0, 3, 0], "ok")
    cards = {(card["guid"], card["ord"]): card for card in seen["cards"]}
    assert set(cards) == {("mine/basic", 0), ("mine/c", 0), ("mine/c", 1), ("mine/choice", 0)}
    for parcel in parcels:
        card = cards[parcel.card.note, number(parcel)]
        assert card["deck"] == "Mine"
        if parcel.history is None:
            assert (card["state"], card["log"]) == (0, [])
            continue
        schedule = parcel.history.progress.schedule
        is_review = isinstance(schedule, Review)
        assert card["state"] == (2 if is_review else 1 if isinstance(schedule, Learning) else 3)
        assert card["due"] == (schedule.due_on if is_review else int(schedule.due_at.timestamp()))
        assert (card["reps"], card["lapses"]) == (parcel.history.progress.repetitions, parcel.history.progress.lapses)
        # Anki keeps four decimals of a stability and three of a difficulty.
        assert card["memory"][0] == pytest.approx(schedule.memory.stability, abs=6e-5)
        assert card["memory"][1] == pytest.approx(schedule.memory.difficulty, abs=6e-4)
        assert [entry[:2] + entry[3:4] for entry in card["log"]] == [
            [int(one.answered_at.timestamp() * 1000 + 0.5), one.rating, 3210] for one in parcel.history.records
        ]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["legacy.apkg", "latest.apkg", "whole.colpkg"])
def test_a_picture_of_anki_is_kept_and_goes_back_to_anki(anki, tmp_path, calendar, name):
    folder, _ = anki
    (tmp_path / "home").mkdir()
    with open_store(tmp_path / "home" / "quizzer.db") as store:
        report = import_file(store, folder / name, calendar=calendar, options=OPTIONS, dry_run=False)
        (deck,) = [deck for deck, title in report.titles.items() if title == "ML::PyTorch"]
        export_deck(
            store, deck, tmp_path / "out.apkg", how=Format.ANKI, language="en", now=datetime.now(UTC), zone=UTC,
            options=OPTIONS,
        )  # fmt: skip

    seen = oracle("show", tmp_path / "out.apkg")

    assert (report.media, report.remarks.get(Remark.MEDIA)) == (1, None)
    assert (tmp_path / "home" / "media" / "图 片.png").read_bytes() == b"not really a picture"
    assert seen["media"] == {"图 片.png": "not really a picture"}
    assert '<img src="图 片.png">' in seen["cards"][0]["fields"][0]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["legacy.apkg", "latest.apkg"])
def test_a_deck_that_has_been_through_anki_is_the_same_deck(exported, tmp_path, calendar, name):
    path, parcels = exported
    oracle("show", path)

    with open_store(tmp_path / "second.db") as store:
        report = import_file(store, tmp_path / name, calendar=calendar, options=OPTIONS, dry_run=False)
        with store.read() as tx:
            back = tx.parcels(DECK)

    assert report.skipped == ()
    assert [parcel.card for parcel in back] == [parcel.card for parcel in parcels]
    assert [due(parcel) for parcel in back] == [due(parcel) for parcel in parcels]
    assert [len(parcel.history.records) for parcel in back[:3]] == [4, 1, 3]


def test_the_text_that_we_write_anki_reads_with_guids_decks_and_tags(exported, tmp_path):
    with open_store(tmp_path / "first.db") as store:
        export_deck(
            store, DECK, tmp_path / "mine.txt", how=Format.ANKI_TEXT, language="en", now=datetime.now(UTC), zone=UTC,
            options=OPTIONS,
        )  # fmt: skip

    seen = oracle("text", tmp_path / "mine.txt")

    assert seen["new"] == 3
    assert {(card["guid"], card["ord"], card["type"], card["deck"]) for card in seen["cards"]} == {
        ("mine/basic", 0, "Basic", "Mine"),
        ("mine/c", 0, "Cloze", "Mine"),
        ("mine/c", 1, "Cloze", "Mine"),
        ("mine/choice", 0, "Basic", "Mine"),
    }
    basic = next(card for card in seen["cards"] if card["guid"] == "mine/basic")
    assert basic["fields"][0] == "<p>What is <code>a &lt; b</code>?</p>"
    assert basic["tags"] == ["two_words"]


def due(parcel):
    if parcel.history is None:
        return None
    schedule = parcel.history.progress.schedule
    return schedule.due_on if isinstance(schedule, Review) else schedule.due_at.replace(microsecond=0)
