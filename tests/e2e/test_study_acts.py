"""What a learner does to cards in a session at a real terminal, and the copy that a day begins with."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pytest

from quizzer.domain.backups import Reason
from quizzer.domain.card import CardId
from quizzer.domain.memory import Memory, Progress, Rating, Review, StudyDay
from quizzer.domain.review import AnswerRecord
from quizzer.services.backups import inspect_backup, list_backups
from quizzer.storage.store import open_store
from study_terminal import Terminal, answer, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable
from study_home import MONDAY_DAY, TUESDAY, log_of

pytestmark = pytest.mark.e2e


def test_a_card_is_flagged_marked_suspended_and_all_of_it_taken_back(study: Callable, seeded: object) -> None:
    terminal = study()
    assert kind_of(terminal.card) == "basic"
    assert "A trained BatchNorm layer" in terminal.card
    terminal.press("*", until="Flag 1.")
    terminal.press("m", until="Marked.")

    terminal.press("@", until="next")
    assert "Suspended. It comes back with: quizzer card unsuspend mini/bn-toggle" in terminal.text
    assert seeded("card", "suspend", "mini/bn-toggle", "--json").json["changed"] == []

    terminal.press("u" if kind_of(terminal.card) == "basic" else "u\r", until="next")
    assert "Taken back: suspended for mini/bn-toggle." in terminal.text
    assert "⚑1  ★" in terminal.card
    terminal.press("u", until="Taken back: mark")
    terminal.press("u", until="Taken back: flag")
    terminal.press("u", until="nothing to take back")
    assert "A trained BatchNorm layer" in terminal.card


def test_a_leech_is_told_at_once_and_can_be_suspended_there(study: Callable, seeded: object) -> None:
    with open_store(seeded.database) as store, store.write() as tx:
        at, on = datetime(2026, 1, 1, tzinfo=UTC), StudyDay(date(2026, 1, 1).toordinal())
        due = Review(Memory(30.0, 5.0), 10, StudyDay(MONDAY_DAY - 5), at, on)
        after, card = Progress(due, 9, 7), CardId("mini/bn-toggle")
        tx.record_answer(AnswerRecord(card, Rating.GOOD, Progress(), after, at, on, 60.0, 0, 10, 1.0))
    terminal = study("--new", "0")
    terminal.press(" ", until="Enter: ")

    terminal.press("1", until="any other key goes on")

    assert "you have forgotten mini/bn-toggle 8 times" in terminal.text
    terminal.press("@", until="next")
    assert seeded("card", "suspend", "mini/bn-toggle", "--json").json["changed"] == []
    assert seeded("card", "untag", "leech", "mini/bn-toggle").out == "mini/bn-toggle\n"


def test_answers_from_a_clock_far_ahead_are_told_of_and_undo_mends_it(study: Callable, seeded: object) -> None:
    wrong = study("--limit", "1", now="2027-03-02T21:00:00+00:00")
    wrong.press(" ", until="Enter: ")
    wrong.process.send("3")
    wrong.process.expect(pexpect.EOF)

    terminal = study()
    assert "The last answers are dated 365 days after the clock's today" in " ".join(terminal.text.split())
    terminal.process.send("q")
    terminal.process.expect(pexpect.EOF)
    assert seeded("undo").code == 0

    assert "The last answers are dated" not in study().text


def test_cramming_shows_no_intervals_and_stores_nothing(study: Callable, seeded: object) -> None:
    terminal = study("--cram", "--search", "kind:basic")
    assert "Cram: nothing here moves the schedule" in terminal.text

    terminal.press(" ", until="Enter: ")
    assert re.search(r"1 Again +\[3 Good\] +Enter: Good", terminal.card)
    terminal.press("1", until="next")
    assert "Again: the schedule stays as it is." in terminal.text
    terminal.press("q", until="Due tomorrow")

    assert terminal.end() == 0
    assert log_of(seeded) == []


def test_a_day_planned_for_code_says_so_and_how_many_cards_wait(study: Callable, seeded: object) -> None:
    assert seeded("config", "set", "weekly_plan", "mon=code").out == "weekly_plan is mon=code now.\n"
    terminal = study()

    assert kind_of(terminal.card) == "exercise"
    terminal.press("q", until="Waiting by your")
    assert terminal.end() == 0
    assert "By your weekly plan today is for code: only exercises come." in terminal.text
    waiting = re.search(
        r"Waiting by your weekly plan: (\d+)\. Now, all the same: quizzer study --unplanned", terminal.text
    )
    assert waiting is not None
    assert int(waiting[1]) > 1
    unplanned = study("--unplanned")
    assert "weekly plan" not in unplanned.text
    unplanned.press("q", until="Due tomorrow")


def test_a_session_about_nothing_and_one_of_two_minds_are_refused(seeded: object) -> None:
    for arguments, message in (
        (("--topic", "nn.Nothing"), 'no card is like that: topic:"nn.Nothing"'),
        (("--search", "is:leach"), "did you mean ‘leech’"),
        (("--cram", "--ahead", "3"), "--ahead reschedules and --cram does not"),
    ):
        terminal = Terminal(seeded, *arguments)
        terminal.drain()
        assert message in " ".join(terminal.text.split())
        assert terminal.end() == 2


def test_the_key_e_writes_a_note_that_the_answer_shows(study: Callable, seeded: object, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "think of **rows**" > "$1"\n')
    editor.chmod(0o755)
    terminal = study(VISUAL=str(editor))

    terminal.press("e", until="Your note is kept")
    terminal.press(" ", until="Enter: ")

    assert re.search(r"Note +think of rows", terminal.card)
    terminal.press("u", until="Taken back: note for mini/bn-toggle.")
    assert seeded("search", "--ids", "is:noted").code == 1


def test_a_day_of_study_has_one_copy_made_beside_its_first_card(study: Callable, seeded: object) -> None:
    monday = study()
    answer(monday, right=True)
    monday.process.send("\x04")
    assert monday.end() == 0
    first = list_backups(seeded.database)

    for _ in range(2):
        tuesday = study(now=TUESDAY)
        answer(tuesday, right=True)
        tuesday.kill()

    (copy,) = list_backups(seeded.database)
    assert first == ()
    assert copy.reason is Reason.DAILY
    # It is made while the first card is answered, in the second session if the first was killed too soon.
    assert inspect_backup(copy.path).reviews in (1, 2, 3)
    assert len(log_of(seeded)) == 3


def test_where_no_copy_can_be_made_the_session_goes_on_and_says_so(study: Callable, seeded: object) -> None:
    monday = study()
    answer(monday, right=True)
    monday.process.send("\x04")
    monday.end()
    (seeded.home / "backups").write_text("in the way", encoding="utf-8")

    tuesday = study(now=TUESDAY)
    answer(tuesday, right=True)
    tuesday.process.send("\x04")

    assert tuesday.end() == 0
    assert "for a copy of the database cannot be made" in tuesday.text.replace("\n", "")
    assert len(log_of(seeded)) == 2
