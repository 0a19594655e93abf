"""A learner at a real terminal: sessions driven through a pty, read from the screen as a person reads it."""

from __future__ import annotations

import re
import shutil
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizzer.content.decks import read_deck
from quizzer.domain.backups import Reason
from quizzer.domain.card import CardId, ExerciseId, TopicId
from quizzer.domain.exercise import CheckInfo, EntryPoint, Exercise, ExerciseKind
from quizzer.domain.memory import Memory, Progress, Rating, Review, State, StudyDay
from quizzer.domain.review import AnswerRecord
from quizzer.domain.text import Text
from quizzer.services.backups import inspect_backup, list_backups
from quizzer.services.sync import ensure_builtin_content
from quizzer.storage.store import Store, open_store
from study_terminal import Terminal, answer, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.e2e

MINI = Path(__file__).parents[1] / "golden" / "study" / "mini"
TUESDAY = "2026-03-03T21:00:00+00:00"
MONDAY_DAY = StudyDay(date(2026, 3, 2).toordinal())


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the small deck, and the built-in content, which each first start would sync otherwise."""
    exercise = Exercise(
        id=ExerciseId("mini-dropout"),
        version="v1",
        title=Text.of("Implement Dropout"),
        kind=ExerciseKind.IMPLEMENT,
        difficulty=1,
        topics=(TopicId("Dropout in code"),),
        entry_points=(EntryPoint("Dropout", "class Dropout"),),
        statement=Text.of("Write `Dropout(p)` yourself."),
        starter="# quizzer: mini-dropout\nclass Dropout: ...\n",
        checks=(CheckInfo("scales", Text.of("Scales"), 1),),
        checks_source="",
        reference="",
    )
    at = datetime(2026, 3, 2, tzinfo=UTC)
    path = tmp_path_factory.mktemp("template") / "quizzer.db"
    with open_store(path) as store:
        with store.write() as tx:
            tx.apply_content([read_deck(MINI)], [exercise], origin="test", retire_missing=False, at=at)
        ensure_builtin_content(store, at=at)
    return path


@pytest.fixture
def seeded(quizzer: object, template: Path) -> object:
    """The program with the small deck in its database."""
    shutil.copy(template, quizzer.database)
    return quizzer


@pytest.fixture
def study(seeded: object) -> Iterator[Callable[..., Terminal]]:
    """Start ``quizzer study --deck mini`` and wait for its first screen."""
    opened: list[Terminal] = []

    def start(*arguments: str, **settings: str) -> Terminal:
        terminal = Terminal(seeded, "--deck", "mini", *arguments, **settings)
        opened.append(terminal)
        terminal.wait(lambda: terminal.is_drawn or "Nothing is due" in terminal.text)
        return terminal

    yield start
    for terminal in opened:
        terminal.process.close(force=True)


def log_of(program: object) -> list[tuple[CardId, Rating]]:
    with open_store(program.database) as store, store.read() as tx:
        return [(row.card_id, row.rating) for row in tx.review_rows(since=StudyDay(0))]


def progress_of(store: Store) -> dict[CardId, object]:
    cards = [card.id for card in read_deck(MINI).cards]
    with store.read() as tx:
        return {card_id: tx.progress(card_id) for card_id in cards}


@pytest.mark.slow
def test_twenty_cards_of_all_kinds_an_undo_a_quit_and_the_next_day(study: Callable, seeded: object) -> None:
    terminal = study()
    kinds = [answer(terminal, right=number % 3 != 2) for number in range(10)]
    before = log_of(seeded)
    terminal.press("u\r", until="next")
    assert "Taken back" in terminal.text
    assert log_of(seeded) == before[:-1]
    kinds += [answer(terminal, right=number % 4 != 3) for number in range(11)]
    terminal.press("q\r" if kind_of(terminal.card) in ("cloze", "compute", "order") else "q", until="Due tomorrow")
    assert terminal.end() == 0

    logged = log_of(seeded)
    assert set(kinds) == {"basic", "cloze", "choice", "order", "compute", "exercise"}
    assert len(logged) == len([kind for kind in kinds if kind != "exercise"]) - 1 >= 19
    assert {Rating.AGAIN, Rating.GOOD} <= {rating for _, rating in logged}
    assert f"{len(logged)} answered, {sum(rating > 1 for _, rating in logged)} right" in terminal.text
    assert (seeded.home / "workspace" / "mini_dropout.py").read_text().startswith("# quizzer: mini-dropout")

    with open_store(seeded.database) as store:
        due = {
            card_id
            for card_id, progress in progress_of(store).items()
            if progress.state in (State.LEARNING, State.RELEARNING)
            or (progress.state is State.REVIEW and progress.schedule.due_on <= MONDAY_DAY + 1)
        }
    tomorrow = study("--new", "0", now=TUESDAY)
    already = len(logged)
    while "Due tomorrow" not in tomorrow.card:
        answer(tomorrow, right=True, rating="4" if kind_of(tomorrow.card) != "basic" else "3")
    assert tomorrow.end() == 0
    shown = {card_id for card_id, _ in log_of(seeded)[already:]}
    assert shown == due


def test_killing_the_program_after_any_answer_loses_none(study: Callable, seeded: object) -> None:
    for answered in range(1, 5):
        terminal = study()
        answer(terminal, right=True)
        terminal.kill()

        assert len(log_of(seeded)) == answered


def test_killing_the_program_before_the_rating_stores_nothing(study: Callable, seeded: object) -> None:
    terminal = study()
    terminal.press(" ", until="Enter: ")

    terminal.kill()

    assert log_of(seeded) == []


def test_ctrl_c_ends_with_the_summary_and_130(study: Callable, seeded: object) -> None:
    terminal = study()
    answer(terminal, right=True)

    terminal.process.send("\x03")

    assert terminal.end() == 130
    assert "1 answered, 1 right" in terminal.text
    assert "Traceback" not in terminal.text


@pytest.mark.parametrize("key", ["\x04", "q"])
def test_ctrl_d_and_q_end_with_the_summary_and_0(study: Callable, key: str) -> None:
    terminal = study()

    terminal.process.send(key)

    assert terminal.end() == 0
    assert "Nothing answered this time." in terminal.text


def test_ctrl_c_and_ctrl_d_end_the_session_while_an_answer_is_typed(study: Callable) -> None:
    for key, status in (("\x03", 130), ("\x04", 0)):
        terminal = study()
        terminal.press("s", until="next")
        assert kind_of(terminal.card) == "cloze"

        terminal.process.send(key)

        assert terminal.end() == status
        assert "Traceback" not in terminal.text


def test_the_terminal_echoes_again_after_the_session(study: Callable) -> None:
    terminal = study()
    assert not terminal.process.getecho()

    terminal.process.send("q")
    terminal.drain()

    assert "Due tomorrow" in terminal.text
    assert terminal.process.getecho()
    assert terminal.end() == 0


def test_full_width_keys_of_a_chinese_keyboard_work(study: Callable, seeded: object) -> None:
    terminal = study()
    terminal.press("　", until="Enter: ")
    terminal.press("４", until="next")

    assert log_of(seeded) == [("mini/bn-toggle", Rating.EASY)]


def test_keys_typed_ahead_are_kept_and_not_echoed(study: Callable, seeded: object) -> None:
    terminal = study()

    terminal.press(" 3", until="next")

    assert log_of(seeded) == [("mini/bn-toggle", Rating.GOOD)]
    assert " 3" not in terminal.text.partition("Source")[0].partition("keys")[2]


def test_arrow_keys_do_nothing(study: Callable, seeded: object) -> None:
    terminal = study()
    terminal.process.send("\x1b[A\x1b[1;5C\x1bOP")
    time.sleep(0.3)
    terminal.press("?", until="quit with a summary")

    assert log_of(seeded) == []


def test_a_hint_makes_hard_the_proposed_rating(study: Callable, seeded: object) -> None:
    terminal = study()
    terminal.press("h", until="It starts with")
    terminal.press(" ", until="Enter: Hard")
    terminal.press(" ", until="next")

    assert log_of(seeded) == [("mini/bn-toggle", Rating.HARD)]


def test_a_word_of_one_letter_is_a_command_where_answers_are_typed(study: Callable, seeded: object) -> None:
    terminal = study()
    terminal.press("s", until="next")
    terminal.press("？\r", until="quit with a summary")
    terminal.press("h\r", until="It starts with")
    terminal.press("-\r", until="next")

    assert log_of(seeded) == []
    assert "Buried until tomorrow." in terminal.text


def test_the_session_speaks_chinese(study: Callable, seeded: object) -> None:
    terminal = Terminal(seeded, "--deck", "mini", "--lang", "zh-CN")
    terminal.wait(lambda: "空格 显示答案" in terminal.text)
    terminal.process.send(" ")
    terminal.wait(lambda: "[3 良好 10m]" in terminal.text)

    assert "仍用已保存的滑动统计量。" in terminal.text
    terminal.process.send("q")
    assert terminal.end() == 0


def test_plain_mode_has_neither_boxes_nor_escapes(seeded: object) -> None:
    terminal = Terminal(seeded, "--deck", "mini", "--plain")
    terminal.wait(lambda: "? keys" in terminal.text)
    terminal.process.send(" ")
    terminal.wait(lambda: "Rating:" in terminal.text)
    terminal.process.send(" ")
    terminal.wait(lambda: "type the answer" in terminal.text)
    terminal.process.send("3x8\r")
    terminal.wait(lambda: terminal.text.count("Rating:") == 2)
    terminal.process.send("q")

    assert terminal.end() == 0
    assert b"\x1b" not in terminal.raw
    assert not re.search("[─│┌▏]", terminal.text)
    for prefix in ("Question: ", "Answer: ", "Rating: "):
        assert f"\n{prefix}" in terminal.text


def test_when_nothing_is_due_it_says_when_there_will_be(study: Callable, seeded: object) -> None:
    terminal = study("--new", "1")
    terminal.press(" ", until="Enter: ")
    terminal.press("4", until="Due tomorrow")
    assert terminal.end() == 0

    idle = study("--new", "0")

    assert idle.end() == 0
    assert "Nothing is due right now" in idle.text
    assert re.search(r"Next card: (tomorrow|in \d+ days)", idle.text)


def test_an_unknown_deck_is_a_usage_error_that_names_the_one_that_was_meant(seeded: object) -> None:
    terminal = Terminal(seeded, "--deck", "minni")

    assert terminal.end() == 2
    assert "no deck 'minni'" in terminal.text
    assert "did you mean mini?" in terminal.text


def test_a_deck_that_waits_for_others_says_so_and_where_to_begin(seeded: object) -> None:
    terminal = Terminal(seeded, "--deck", "shapes")

    assert terminal.end() == 0
    assert "No card of this deck can be asked yet." in terminal.text
    assert re.search(r"\d+ new cards of this deck wait until you have learned topics of: tensors", terminal.text)
    assert "quizzer study --deck tensors" in terminal.text
    assert "Well done" not in terminal.text


def test_the_last_answer_can_be_undone_after_the_session(study: Callable, seeded: object) -> None:
    assert seeded("undo").code == 1
    terminal = study()
    answer(terminal, right=True)
    terminal.process.send("\x03")
    terminal.end()

    undone = seeded("undo")

    assert (undone.code, undone.out) == (0, "Taken back: Good for mini/bn-toggle.\n")
    assert log_of(seeded) == []


def test_without_a_terminal_it_explains_itself(seeded: object) -> None:
    ran = seeded("study")

    assert ran.code == 2
    assert "study needs a terminal" in ran.err
    assert ran.out == ""


def test_a_file_of_the_learner_is_never_overwritten(study: Callable, seeded: object) -> None:
    file = seeded.home / "workspace" / "mini_dropout.py"
    file.parent.mkdir()
    file.write_text("my work")
    terminal = study()
    while kind_of(terminal.card) != "exercise":
        terminal.press("s\r" if kind_of(terminal.card) in ("cloze", "compute", "order") else "s", until="next")

    assert "Your file is in" in terminal.card
    # Never wrapped by us; where the terminal is narrower, it breaks the line itself, and copies it whole.
    assert f"quizzer grade {file}" in "".join(terminal.card.split("\n"))
    assert file.read_text() == "my work"


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
