"""A file becomes part of the database: all or nothing, once, after a copy, never over what was learned here."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from anki_packages import CLOZE, Package
from quizzer.domain.card import Basic, Card, CardId, Deck, DeckId, NoteId, Topic, TopicId
from quizzer.domain.errors import EnvironmentProblem, InputError
from quizzer.domain.exchange import Fate, OwnHistory
from quizzer.domain.memory import Memory, New, Progress, Rating, Review, State, StudyDay
from quizzer.domain.review import AnswerRecord
from quizzer.domain.statistics import BUTTONS, Phase
from quizzer.domain.text import Text
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.exchange import calendar_at, import_file
from quizzer.storage.schedule_columns import from_log, progress_of
from quizzer.storage.store import open_store

OPTIONS = SchedulerOptions()
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
TODAY = StudyDay(NOW.date().toordinal())
MARCH_FIRST_MS = 1_772_366_400_000  # 2026-03-01 12:00 UTC
DAY_MS = 86_400_000


class Desk:
    """A store, and packages imported into it."""

    def __init__(self, store, folder):
        self.store = store
        self.folder = folder

    def bring(self, package, *, dry_run=False, at=NOW, **how):
        path = package if hasattr(package, "suffix") else package.write(self.folder / "deck.apkg", **how)
        calendar = calendar_at(at, zone=UTC, options=OPTIONS)
        return import_file(self.store, path, calendar=calendar, options=OPTIONS, dry_run=dry_run)

    def progress(self, card):
        with self.store.read() as tx:
            return tx.progress(card)

    def dump(self):
        connection = sqlite3.connect(self.store.path)
        try:
            return list(connection.iterdump())
        finally:
            connection.close()

    def log(self):
        connection = sqlite3.connect(self.store.path)
        try:
            return connection.execute(
                "SELECT id, card_key, state_before, progress_before, progress_after FROM review_log ORDER BY id"
            ).fetchall()
        finally:
            connection.close()

    @property
    def backups(self):
        return sorted(path.name for path in (self.store.path.parent / "backups").glob("*"))


@pytest.fixture
def desk(tmp_path):
    with open_store(tmp_path / "data" / "quizzer.db") as store:
        yield Desk(store, tmp_path)


@pytest.fixture
def learned():
    """A package with one card in review, three answers, and FSRS's memory."""
    package = Package()
    data = '{"s": 9.25, "d": 6.5}'
    card = package.basic("a", "b", type=2, queue=2, due=76, ivl=8, reps=3, lapses=1, data=data)
    package.review(card, MARCH_FIRST_MS, ease=3, ivl=-600, kind=0)
    package.review(card, MARCH_FIRST_MS + 600_000, ease=3, ivl=3, kind=0)
    package.review(card, MARCH_FIRST_MS + 4 * DAY_MS, ease=4, ivl=8)
    return package


def fates(report):
    return [fate for _, _, fate in report.fates]


def only_card(report):
    ((card, _, _),) = report.fates
    return card


def test_a_dry_run_reports_what_would_be_done_and_changes_nothing(desk, learned):
    before = desk.dump()

    report = desk.bring(learned, dry_run=True)

    assert fates(report) == [Fate.NEW]
    assert (list(report.histories.values()), list(report.reviews.values())) == ([1], [3])
    assert report.backup is None
    assert desk.dump() == before
    assert desk.backups == []


def test_an_import_does_what_the_dry_run_said(desk, learned):
    promised = desk.bring(learned, dry_run=True)

    done = desk.bring(learned)

    assert (done.fates, done.histories, done.reviews) == (promised.fates, promised.histories, promised.reviews)


def test_a_copy_of_the_database_is_made_before_the_first_change(desk, learned):
    report = desk.bring(learned)

    assert desk.backups == ["quizzer-before-import-20260310T120000.db"]
    with sqlite3.connect(report.backup) as copy:
        assert copy.execute("SELECT COUNT(*) FROM card").fetchone() == (0,)
    copy.close()


def test_a_second_copy_does_not_overwrite_the_first(desk, learned):
    desk.bring(learned)
    desk.bring(learned)

    assert len(desk.backups) == 2


@pytest.mark.parametrize("era", ["legacy 1", "legacy 2", "latest"])
def test_importing_again_changes_nothing(desk, learned, era):
    desk.bring(learned, era=era)
    before = desk.dump()

    again = desk.bring(learned, era=era)

    assert fates(again) == [Fate.UNCHANGED]
    assert desk.dump() == before


def test_the_card_goes_on_exactly_where_anki_left_it(desk, learned):
    card = only_card(desk.bring(learned))

    progress = desk.progress(card)

    due_on = date(2026, 1, 1).toordinal() + 76
    answered_at = datetime(2026, 3, 5, 12, tzinfo=UTC)
    assert progress == Progress(
        Review(Memory(9.25, 6.5), 8, StudyDay(due_on), answered_at, StudyDay(answered_at.date().toordinal())), 3, 1
    )


def test_each_answer_of_the_log_leads_from_one_state_to_the_next(desk, learned):
    card = only_card(desk.bring(learned))

    rows = desk.log()

    assert [row[2] for row in rows] == ["new", "learning", "review"]
    assert progress_of(from_log(rows[0][3])) == Progress()
    assert all(earlier[4] == later[3] for earlier, later in pairwise(rows))
    assert progress_of(from_log(rows[-1][4])) == desk.progress(card)


def test_answers_count_on_the_days_on_which_they_were_given(desk, learned):
    desk.bring(learned)

    with desk.store.read() as tx:
        first, second = (tx.daily_counts(StudyDay(date(2026, 3, day).toordinal())) for day in (1, 5))
        buttons = [BUTTONS[button] for _, _, button, _ in tx.answers(since=StudyDay(0))]

    assert (first.new, first.review, first.answers, first.duration_s) == (1, 0, 2, 8.4)
    assert (second.new, second.review, second.answers) == (0, 1, 1)
    assert [phase for phase, _ in buttons] == [Phase.NEW, Phase.LEARNING, Phase.YOUNG]
    assert buttons[-1][1] is not Rating.AGAIN


def test_without_a_memory_one_is_computed_from_the_answers(desk, learned):
    learned.cards[0] = (*learned.cards[0][:-1], "{}")

    memory = desk.progress(only_card(desk.bring(learned))).schedule.memory

    model = Fsrs6()
    expected = None
    for rating, elapsed_days in ((Rating.GOOD, 0), (Rating.GOOD, 0), (Rating.EASY, 4)):
        expected = model.next_memories(expected, elapsed_days=elapsed_days)[rating]
    assert memory == expected


def test_without_memory_and_answers_the_interval_and_the_ease_are_a_guess(desk):
    package = Package()
    package.basic("a", "b", type=2, queue=2, due=76, ivl=20, factor=1300, reps=9)

    progress = desk.progress(only_card(desk.bring(package)))

    assert progress.schedule.memory == Memory(20.0, 10.0)
    assert progress.schedule.due_on == date(2026, 1, 1).toordinal() + 76
    assert progress.repetitions == 9


def test_a_text_that_changed_there_is_taken_over_and_the_schedule_stays(desk, learned):
    card = only_card(desk.bring(learned))
    before = desk.progress(card)
    learned.notes[0] = (*learned.notes[0][:6], "edited\x1fb", *learned.notes[0][7:])

    report = desk.bring(learned)

    assert fates(report) == [Fate.UPDATED]
    with desk.store.read() as tx:
        assert tx.card(card).body == Basic(Text.of("edited"), Text.of("b"))
    assert desk.progress(card) == before
    assert len(desk.log()) == 3


def test_what_was_learned_here_is_never_replaced(desk, learned):
    fresh = Package()
    fresh.basic("a", "b")
    card = only_card(desk.bring(fresh))
    mine = _answer(desk, card)

    report = desk.bring(learned)

    assert (report.histories, report.reviews) == ({}, {})
    assert desk.progress(card) == mine


def test_a_card_that_is_new_here_takes_the_history_that_arrives(desk, learned):
    fresh = Package()
    fresh.basic("a", "b")
    card = only_card(desk.bring(fresh))

    report = desk.bring(learned)

    assert fates(report) == [Fate.UNCHANGED]
    assert list(report.reviews.values()) == [3]
    assert desk.progress(card).schedule.memory == Memory(9.25, 6.5)


def test_an_undo_takes_back_what_was_answered_here_and_not_what_was_brought(desk, learned):
    fresh = Package()
    fresh.basic("mine", "b", guid="mine")
    card = only_card(desk.bring(fresh))
    _answer(desk, card)
    desk.bring(learned)

    with desk.store.write() as tx:
        undone = tx.undo_last()

    assert undone.card_id == card
    assert desk.progress(card) == Progress()
    assert [row[0] for row in desk.log()] == [-3, -2, -1]


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


def _answer(desk, card):
    before = desk.progress(card)
    assert isinstance(before.schedule, New)
    after = Progress(Review(Memory(1.5, 5.0), 2, StudyDay(TODAY + 2), NOW, TODAY), 1, 0)
    record = AnswerRecord(
        card_id=card,
        rating=Rating.EASY,
        before=before,
        after=after,
        answered_at=NOW,
        answered_on=TODAY,
        interval_s=timedelta(days=2).total_seconds(),
        elapsed_days=0,
        scheduled_days=2,
        duration_s=1.0,
    )
    with desk.store.write() as tx:
        tx.record_answer(record)
    assert desk.progress(card).state is State.REVIEW
    return after
