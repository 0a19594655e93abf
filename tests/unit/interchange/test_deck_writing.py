"""What each format holds of a deck, what it leaves out, and what is not overwritten."""

from __future__ import annotations

import csv
import json
import sqlite3
import zipfile
from datetime import UTC, datetime, timedelta

import pytest

from anki_packages import Package
from quizzer.domain.card import (
    Basic,
    Bug,
    Card,
    CardId,
    Choice,
    Cloze,
    Code,
    Compute,
    Deck,
    DeckId,
    ExerciseId,
    ExerciseRef,
    NoteId,
    Option,
    Order,
    Parameter,
    Topic,
    TopicId,
)
from quizzer.domain.errors import EnvironmentProblem, UsageError
from quizzer.domain.exchange import Fate, OwnHistory, Parcel
from quizzer.domain.memory import Memory, Progress, Rating, Relearning, Review, StudyDay
from quizzer.domain.review import AnswerRecord
from quizzer.domain.text import Text
from quizzer.interchange.files import read_file
from quizzer.interchange.markdown_html import to_html
from quizzer.interchange.outgoing import Outgoing
from quizzer.interchange.sides import sides_of
from quizzer.interchange.writers import WRITERS, Format
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.exchange import calendar_at, import_file
from quizzer.services.exchange_out import export_deck, format_of
from quizzer.storage.store import open_store

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
TODAY = StudyDay(NOW.date().toordinal())
OPTIONS = SchedulerOptions()
DECK = DeckId("mine")
BOTH = Text.of({"en": "What is `a < b`?", "zh-CN": "什么是 `a < b`？"})


def a_card(name, body):
    note = f"mine/{name.partition('#')[0]}"
    return Card(CardId(f"mine/{name}"), NoteId(note), DECK, TopicId("t"), body, Text.of("Because."), "s", tags=("a b",))


CARDS = (
    a_card("basic", Basic(BOTH, Text.of("An *answer*\n\nA: two\n--- three"))),
    a_card("cloze#c1", Cloze(Text.of("{{c1::view}} of x[0], {{c2::y[1]}}"), 1)),
    a_card("cloze#c2", Cloze(Text.of("{{c1::view}} of x[0], {{c2::y[1]}}"), 2)),
    a_card("exercise", ExerciseRef(ExerciseId("dropout"))),
)


class Desk:
    def __init__(self, store, folder):
        self.store = store
        self.folder = folder

    def sync(self, *cards):
        deck = Deck(DECK, "1", Text.of("Mine"), Text.of("-"), "MIT", (Topic(TopicId("t")),), cards)
        with self.store.write() as tx:
            tx.apply_content([deck], [], origin="x", retire_missing=True, at=NOW)

    def bring(self, *histories):
        with self.store.write() as tx:
            tx.bring_histories(histories)

    def export(self, how, *, language="en", name="out"):
        path = self.folder / name
        report = export_deck(self.store, DECK, path, how=how, language=language, now=NOW, zone=UTC, options=OPTIONS)
        return path, report

    def read_back(self, path):
        calendar = calendar_at(NOW, zone=UTC, options=OPTIONS)
        return import_file(self.store, path, calendar=calendar, options=OPTIONS, dry_run=False)

    def rows(self, path, table):
        with zipfile.ZipFile(path) as archive:
            raw = archive.read("collection.anki2")
        connection = sqlite3.connect(":memory:")
        connection.deserialize(raw)
        connection.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY id")]
        finally:
            connection.close()


@pytest.fixture
def desk(tmp_path):
    with open_store(tmp_path / "quizzer.db") as store:
        yield Desk(store, tmp_path)


@pytest.fixture
def filled(desk):
    desk.sync(*CARDS)
    return desk


def test_a_package_holds_a_note_for_each_note_and_siblings_together(filled):
    path, report = filled.export(Format.ANKI)

    notes = filled.rows(path, "notes")
    cards = filled.rows(path, "cards")
    assert [note["guid"] for note in notes] == ["mine/basic", "mine/cloze", "mine/exercise"]
    assert [(card["nid"] - notes[0]["id"], card["ord"]) for card in cards] == [(0, 0), (1, 0), (1, 1), (2, 0)]
    assert (report.cards, report.left_out) == (4, 0)
    assert notes[0]["tags"] == " a_b "


@pytest.mark.parametrize(("language", "question"), [("en", "What is"), ("zh-CN", "什么是")])
def test_a_package_asks_in_the_language_that_was_chosen(filled, language, question):
    path, _ = filled.export(Format.ANKI, language=language)

    assert filled.rows(path, "notes")[0]["flds"].startswith(f"<p>{question} <code>a &lt; b</code>")


def test_a_package_has_schedule_memory_and_log_in_ankis_units(filled):
    at = NOW - timedelta(days=4, milliseconds=-7)
    after = Progress(Review(Memory(5.5, 3.25), 9, StudyDay(TODAY + 5), at, StudyDay(TODAY - 4)), 4, 1)
    record = AnswerRecord(
        CardId("mine/basic"), Rating.EASY, Progress(), after, at, StudyDay(TODAY - 4), 9 * 86_400.0, 0, 9, 2.5
    )
    step = Relearning(Memory(1.5, 9.0), 1, NOW + timedelta(seconds=90), NOW, TODAY)
    filled.bring(
        (CardId("mine/basic"), OwnHistory(after, (record,))),
        (CardId("mine/cloze#c2"), OwnHistory(Progress(step, 6, 2))),
    )

    path, _ = filled.export(Format.ANKI)

    col, (review, new, relearning, _) = filled.rows(path, "col")[0], filled.rows(path, "cards")
    first_day = datetime.fromtimestamp(col["crt"], UTC)
    assert (first_day.date().toordinal(), first_day.hour) == (TODAY - 4, 4)
    assert (review["type"], review["queue"], review["due"], review["ivl"]) == (2, 2, 9, 9)
    assert (review["reps"], review["lapses"]) == (4, 1)
    data = json.loads(review["data"])
    assert (data["s"], data["d"], data["dr"], data["lrt"]) == (5.5, 3.25, 0.9, int(at.timestamp()))
    assert data["decay"] == pytest.approx(0.1542)
    assert (new["type"], new["queue"], new["due"], new["data"]) == (0, 0, 2, "{}")
    assert (relearning["type"], relearning["queue"], relearning["due"]) == (3, 1, int(NOW.timestamp()) + 90)
    assert json.loads(json.loads(relearning["data"])["cd"]) == {"qstep": 1}
    (entry,) = filled.rows(path, "revlog")
    assert (entry["id"], entry["ease"], entry["ivl"], entry["time"]) == (int(at.timestamp() * 1000 + 0.5), 4, 9, 2500)
    assert (entry["factor"], entry["type"]) == (350, 0)


def test_answers_of_one_millisecond_have_numbers_of_their_own(filled):
    after = Progress(Review(Memory(5.5, 3.25), 9, StudyDay(TODAY + 9), NOW, TODAY), 1, 0)
    for card in ("mine/basic", "mine/cloze#c1"):
        record = AnswerRecord(CardId(card), Rating.EASY, Progress(), after, NOW, TODAY, 9 * 86_400.0, 0, 9, 1.0)
        filled.bring((CardId(card), OwnHistory(after, (record,))))

    path, report = filled.export(Format.ANKI)

    assert [row["id"] - int(NOW.timestamp() * 1000) for row in filled.rows(path, "revlog")] == [0, 1]
    assert report.reviews == 2


@pytest.mark.parametrize("how", [Format.ANKI, Format.JSON])
def test_a_suspended_card_goes_out_suspended(tmp_path, how):
    path = tmp_path / "out"
    deck = Deck(DECK, "1", Text.of("Mine"), Text.of("-"), "MIT", (Topic(TopicId("t")),), ())
    parcels = (Parcel(CARDS[0], suspended=True), Parcel(CARDS[3]))
    WRITERS[how](path, Outgoing(deck, parcels, "en", NOW, TODAY, NOW, 4, 0.9, 0.15))

    shipment = read_file(path, calendar=calendar_at(NOW, zone=UTC, options=OPTIONS))

    assert [parcel.suspended for parcel in shipment.parcels] == [True, False]


def test_a_card_that_was_edited_in_anki_stays_as_it_is_here(filled, tmp_path):
    path, _ = filled.export(Format.ANKI)
    with zipfile.ZipFile(path) as archive:
        raw = archive.read("collection.anki2")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(raw)
    connection.execute("UPDATE notes SET flds = replace(flds, '<p>What is', '<p>What was') WHERE guid = 'mine/basic'")
    connection.commit()
    edited = tmp_path / "edited.apkg"
    with zipfile.ZipFile(edited, "w") as archive:
        archive.writestr("collection.anki2", connection.serialize())
    connection.close()

    report = filled.read_back(edited)

    assert {fate for _, _, fate in report.fates} == {Fate.UNCHANGED}
    assert report.remarks == {"edited": 1}


def test_a_card_of_ones_own_files_is_never_overwritten_by_an_older_package(filled):
    path, _ = filled.export(Format.JSON)
    filled.sync(a_card("basic", Basic(Text.of("A newer question"), Text.of("a"))), *CARDS[1:])

    report = filled.read_back(path)

    assert report.count(Fate.CONFLICT) == 1
    with filled.store.read() as tx:
        assert tx.card(CardId("mine/basic")).body.prompt == Text.of("A newer question")


@pytest.mark.parametrize(("how", "name"), [(Format.ANKI, "x.apkg"), (Format.ANKI_TEXT, "x.txt")])
def test_a_card_that_came_from_anki_goes_back_under_its_own_guid(desk, how, name):
    package = Package()
    package.basic("a", "b", guid="B{Xq7#!c")
    desk.read_back(package.write(desk.folder / "in.apkg"))
    path = desk.folder / name
    export_deck(desk.store, DeckId("anki-default"), path, how=how, language="en", now=NOW, zone=UTC, options=OPTIONS)

    again = desk.read_back(path)

    assert b"B{Xq7#!c" in (path.read_bytes() if how is Format.ANKI_TEXT else notes_of(desk, path))
    assert [fate for _, _, fate in again.fates] == [Fate.UNCHANGED]


def notes_of(desk, path):
    return desk.rows(path, "notes")[0]["guid"].encode()


def test_text_holds_guid_note_type_deck_and_tags(filled):
    path, report = filled.export(Format.ANKI_TEXT)

    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[:6] == [
        "#separator:tab", "#html:true", "#guid column:1", "#notetype column:2", "#deck column:3", "#tags column:6",
    ]  # fmt: skip
    rows = list(csv.reader(lines[6:], dialect="excel-tab"))
    assert [row[:3] for row in rows if row] == [["mine/basic", "Basic", "Mine"], ["mine/cloze", "Cloze", "Mine"]]
    assert rows[1][3:] == ["<p>{{c1::view}} of x[0], {{c2::y[1]}}</p>", "<p>Because.</p>", "a_b"]
    assert (report.cards, report.left_out, report.reviews) == (3, 1, 0)


def test_text_that_comes_back_finds_the_cards_of_ones_own_files(filled):
    path, _ = filled.export(Format.ANKI_TEXT)

    report = filled.read_back(path)

    assert [(card, fate) for card, _, fate in report.fates] == [(card.id, Fate.CONFLICT) for card in CARDS[:3]]
    with filled.store.read() as tx:
        assert len(tx.stored_deck(DECK).deck.cards) == 4


def test_hashcards_are_written_so_that_no_line_begins_another_card(filled):
    path, report = filled.export(Format.HASHCARDS)

    assert path.read_text(encoding="utf-8") == (
        '---\nname = "Mine"\n---\n\n'
        "Q: What is `a < b`?\nA: An *answer*\n\n A: two\n --- three\n\n"
        r"C: [view] of x\[0\], [y\[1\]]" + "\n"
    )
    assert (report.cards, report.left_out) == (3, 1)


def test_hashcards_come_back_with_the_same_questions(filled, tmp_path):
    path, _ = filled.export(Format.HASHCARDS, name="out.md")
    with open_store(tmp_path / "other.db") as store:
        other = Desk(store, tmp_path)
        other.read_back(path)
        with store.read() as tx:
            (deck,) = (one.id for one in tx.decks(now=NOW, today=TODAY))
            bodies = [card.body for card in tx.stored_deck(deck).deck.cards]

    assert bodies[0].prompt == Text.of("What is `a < b`?")
    assert bodies[1:] == [Cloze(Text.of("{{c1::view}} of x[0], {{c2::y[1]}}"), number) for number in (1, 2)]


def test_a_deck_that_is_not_there_is_named(desk):
    with pytest.raises(UsageError, match="there is no deck 'mine'"):
        desk.export(Format.JSON)


@pytest.mark.parametrize("how", Format)
def test_a_file_that_cannot_be_written_leaves_nothing_behind(filled, how):
    with pytest.raises(EnvironmentProblem, match="cannot be written"):
        filled.export(how, name="missing/out")

    (filled.folder / "there").mkdir()
    with pytest.raises(EnvironmentProblem):
        filled.export(how, name="there")
    assert [path.name for path in filled.folder.iterdir() if path.name.endswith(".part")] == []


@pytest.mark.parametrize(
    ("name", "asked", "how"),
    [
        ("x.apkg", None, Format.ANKI),
        ("x.TXT", None, Format.ANKI_TEXT),
        ("x.md", None, Format.HASHCARDS),
        ("x.json", None, Format.JSON),
        ("x.apkg", "json", Format.JSON),
    ],
)
def test_the_format_is_what_was_asked_for_or_what_the_name_says(tmp_path, name, asked, how):
    assert format_of(tmp_path / name, name=asked) is how


def test_a_name_that_says_no_format_is_explained(tmp_path):
    with pytest.raises(UsageError) as caught:
        format_of(tmp_path / "deck", name=None)

    assert "--format" in caught.value.hint


OPTIONS_OF_CHOICE = (
    Option(Text.of("right"), correct=True),
    Option(Text.of("wrong"), mistake="m", feedback=Text.of("f")),
    Option(Text.of("worse"), mistake="n", feedback=Text.of("f")),
)


@pytest.mark.parametrize(
    ("body", "asked", "answered"),
    [
        (Choice(BOTH, OPTIONS_OF_CHOICE), ("- a. ", "- b. ", "- c. ", "right", "worse"), (". right",)),
        (Order(BOTH, ("a = 1", "b = a"), ((0, 1),)), ("a. b = a", "b. a = 1"), ("```\na = 1\nb = a\n```",)),
        (Bug(BOTH, "a = 1\nb = c", 2, "b = a", "", ""), (" 1  a = 1", " 2  b = c"), ("2\n", "b = a")),
        (Code(BOTH, ("x = 1",), "x + 1", ("result",)), ("What is",), ("```\nx + 1\n```",)),
        (
            Compute(Text.of("Is it {n}?"), (Parameter("n", (7,)),), (), (), "n + 1", "number"),
            ("Is it 7?",),
            ("n = 7\nn + 1",),
        ),
        (
            Compute(Text.of("Is it {n}?"), (Parameter("n", (7,)),), ("n > 9",), (), "n + 1", "number"),
            ("Is it {n}?",),
            ("n + 1",),
        ),
        (ExerciseRef(ExerciseId("dropout")), ("`dropout`",), ("quizzer grade",)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_kind_of_card_has_a_question_and_an_answer(body, asked, answered):
    sides = sides_of(a_card("x", body), language="en")

    assert [part for part in asked if part not in sides.question] == []
    assert [part for part in answered if part not in sides.answer] == []


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("a **b** *c* `d < e`", "<p>a <b>b</b> <i>c</i> <code>d &lt; e</code></p>"),
        ("2*3*4 and a_b_c", "<p>2*3*4 and a_b_c</p>"),
        ("one\ntwo\n\nthree", "<p>one two</p><p>three</p>"),
        ("- a\n- b\n", "<ul><li>a</li><li>b</li></ul>"),
        ("1. a", '<ol start="1"><li>a</li></ol>'),
        ("## h", "<h2>h</h2>"),
        ("```python\nx < 1\n\ny\n```\nz", "<pre><code>x &lt; 1\n\ny</code></pre><p>z</p>"),
        ("```\nopen", "<pre><code>open</code></pre>"),
        ("$x_1$ costs $5 or $6; $$y$$", r"<p>\(x_1\) costs $5 or $6; \[y\]</p>"),
        ("<script>&amp;", "<p>&lt;script&gt;&amp;amp;</p>"),
    ],
)
def test_markdown_becomes_html_and_nothing_in_it_is_live(markdown, html):
    assert to_html(markdown) == html


def test_a_parcel_without_history_is_new(filled):
    with filled.store.read() as tx:
        assert tx.parcels(DECK) == tuple(Parcel(card) for card in CARDS)
