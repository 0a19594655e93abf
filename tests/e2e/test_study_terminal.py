"""A learner at a real terminal: sessions driven through a pty, read from the screen as a person reads it."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest

from quizzer.domain.memory import Rating, State
from quizzer.storage.store import open_store
from study_terminal import Terminal, answer, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable
from study_home import MONDAY_DAY, TUESDAY, log_of, progress_of

pytestmark = pytest.mark.e2e


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
    assert str(file) in "".join(terminal.card.split("\n"))
    assert file.read_text() == "my work"
