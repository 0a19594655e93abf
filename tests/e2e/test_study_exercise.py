"""Code without leaving the session: a real terminal, a scripted editor, and the real judge."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from quizzer.domain.card import CardId
from quizzer.domain.memory import Memory, New, Progress, Rating, Review, StudyDay
from quizzer.domain.review import AnswerRecord
from quizzer.storage.store import open_store
from small_content import RIGHT, STARTER, WRONG
from study_home import MONDAY_DAY
from study_terminal import Terminal
from warm_place import parent_of, processes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Program

pytestmark = pytest.mark.e2e

CARD = CardId("mini/exercise-double")
FOREVER = "# quizzer: double\nimport time\ntime.sleep(999)\n"
SERVER = "quizzer.grader.child.server"
KEYS = "space put off"

EDITOR = '''
"""An editor that owns the screen and does what its first argument says."""
import os, pathlib, signal, sqlite3, sys, time

path = pathlib.Path(sys.argv[-1])

def judged():
    connection = sqlite3.connect(os.path.join(os.environ["QUIZZER_HOME"], "quizzer.db"))
    try:
        return connection.execute("SELECT count(*) FROM submission").fetchone()[0]
    finally:
        connection.close()

def wait_for(count):
    end = time.monotonic() + 80
    while judged() < count and time.monotonic() < end:
        time.sleep(0.05)

def wrong_then_right():
    path.write_text(WRONG)
    wait_for(1)
    path.write_text(RIGHT)

def until_ctrl_c():
    signal.signal(signal.SIGINT, lambda *_: (path.write_text(RIGHT), sys.exit(0)))
    print("WAITING FOR CTRL-C", flush=True)
    time.sleep(80)

print("THE EDITOR HAS THE SCREEN", flush=True)
globals()[sys.argv[1]]()
'''


@pytest.fixture
def learner(student: Program) -> Program:
    """The program where only the card of the exercise is left to study."""
    at, on = datetime(2026, 3, 1, 12, tzinfo=UTC), StudyDay(MONDAY_DAY - 1)
    after = Progress(Review(Memory(30.0, 5.0), 30, StudyDay(on + 30), at, on), 1, 0)
    with open_store(student.database) as store, store.write() as tx:
        for name in ("mini/rank", "mini/rows"):
            tx.record_answer(AnswerRecord(CardId(name), Rating.EASY, Progress(), after, at, on, 60.0, 0, 30, 1.0))
    return student


@pytest.fixture
def editor(tmp_path: Path) -> Callable[[str], str]:
    script = tmp_path / "editor.py"
    script.write_text(f"RIGHT = {RIGHT!r}\nWRONG = {WRONG!r}\n{EDITOR}", encoding="utf-8")
    return lambda what: f"{sys.executable} {script} {what}"


@pytest.fixture
def study(learner: Program) -> Iterator[Callable[..., Terminal]]:
    """Start a session and wait until the exercise is on the screen."""
    opened: list[Terminal] = []

    def start(*arguments: str, keys: str = KEYS, **settings: str) -> Terminal:
        opened.append(Terminal(learner, "--deck", "mini", *arguments, **settings))
        opened[-1].wait(lambda: keys in opened[-1].text)
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.process.close(force=True)


@pytest.fixture
def file(learner: Program) -> Path:
    return learner.home / "workspace" / "double.py"


def answers(program: Program) -> list[Rating]:
    with open_store(program.database) as store, store.read() as tx:
        return [row.rating for row in tx.review_rows(since=StudyDay(0)) if row.card_id == CARD]


def verdicts(program: Program) -> list[str]:
    connection = sqlite3.connect(program.database)
    try:
        return [row[0] for row in connection.execute("SELECT verdict FROM submission ORDER BY id")]
    finally:
        connection.close()


def test_saves_in_the_editor_are_judged_meanwhile_and_the_right_one_becomes_the_rating(
    study: Callable[..., Terminal], learner: Program, file: Path, editor: Callable[[str], str]
) -> None:
    terminal = study(EDITOR=editor("wrong_then_right"))
    assert "Write double(x)." in terminal.card
    assert file.read_text() == STARTER

    terminal.process.send("c")
    terminal.wait(lambda: "Enter: " in terminal.card)

    during = terminal.text.partition("THE EDITOR HAS THE SCREEN")[2]
    assert "✗ Not yet right (WA): 1 of 2 properties hold" in during
    assert "✓ Accepted (AC): 2 of 2 properties hold" in during
    assert "Twice x is x + x." in during
    assert verdicts(learner) == ["WA", "AC"]
    assert answers(learner) == []
    terminal.press("3", until="Good: it comes back in")
    assert terminal.end() == 0
    assert answers(learner) == [Rating.GOOD]
    assert file.read_text() == RIGHT
    assert learner("undo").code == 0
    assert answers(learner) == []
    assert verdicts(learner) == ["WA", "AC"]


def test_each_save_in_another_window_is_judged_while_the_card_is_there(
    study: Callable[..., Terminal], learner: Program, file: Path
) -> None:
    terminal = study()
    file.write_text(RIGHT + "\ndef (")
    terminal.wait(lambda: "it is not finished yet (line 5: invalid syntax)" in terminal.text)
    file.write_text(WRONG)
    terminal.wait(lambda: "Not yet right (WA)" in terminal.text and KEYS in terminal.card)

    file.write_text(RIGHT)
    terminal.wait(lambda: "Enter: " in terminal.card)

    assert "Accepted (AC)" in terminal.card
    assert verdicts(learner) == ["WA", "AC"]


def test_without_an_editor_and_where_it_returns_at_once_the_path_is_shown_and_saves_are_judged(
    study: Callable[..., Terminal], learner: Program, file: Path
) -> None:
    for settings, sentence in (({}, "You have named no editor"), ({"EDITOR": "true"}, "The editor came back at once.")):
        terminal = study(**settings)
        terminal.press("c", until=sentence)
        assert str(file) in "".join(terminal.card.partition(sentence)[2].split("\n")).replace("  ", "")
        file.write_text(file.read_text() + "\n")
        terminal.wait(lambda: "It raised an error (RTE)" in terminal.text)  # noqa: B023
        terminal.process.send("q")
        assert terminal.end() == 0

    assert verdicts(learner) == ["RTE", "RTE"]
    assert answers(learner) == []


def test_an_editor_that_cannot_be_started_is_named_with_the_path(study: Callable[..., Terminal], file: Path) -> None:
    terminal = study(VISUAL="/nowhere/editor")

    terminal.press("c", until="The editor /nowhere/editor cannot be started")

    assert str(file) in "".join(terminal.card.split("\n")).replace("  ", "")
    terminal.press("h", until="Hint 1 of 2")


def test_ctrl_c_while_grading_returns_to_the_card(study: Callable[..., Terminal], learner: Program, file: Path) -> None:
    terminal = study()
    file.write_text(FOREVER)
    terminal.wait(lambda: "Judging Double it" in terminal.text)

    terminal.process.send("\x03")
    terminal.wait(lambda: "Stopped judging." in terminal.text and terminal.card.rstrip().endswith("q quit"))

    assert file.read_text() == FOREVER
    assert verdicts(learner) == []
    terminal.process.send("\x03")
    assert terminal.end() == 130


def test_a_judge_that_dies_is_told_and_replaced_and_the_learner_is_not_blamed(
    study: Callable[..., Terminal], learner: Program, file: Path
) -> None:
    terminal = study()
    file.write_text(FOREVER)
    terminal.wait(lambda: "Judging Double it" in terminal.text)
    (server,) = [pid for pid in processes(SERVER) if parent_of(pid) == terminal.process.pid]

    os.kill(server, signal.SIGKILL)
    terminal.wait(lambda: "the judge's server ended" in terminal.text)
    file.write_text(RIGHT)
    terminal.wait(lambda: "Enter: " in terminal.card)

    assert verdicts(learner) == ["AC"]


def test_ctrl_c_in_the_editor_is_the_editors_own(
    study: Callable[..., Terminal], learner: Program, editor: Callable[[str], str]
) -> None:
    terminal = study(EDITOR=editor("until_ctrl_c"))
    terminal.process.send("c")
    terminal.wait(lambda: "WAITING FOR CTRL-C" in terminal.text)

    terminal.process.send("\x03")
    terminal.wait(lambda: "Enter: " in terminal.card)

    assert verdicts(learner) == ["AC"]


def test_hints_are_recorded_and_giving_up_is_again_until_it_is_undone(
    study: Callable[..., Terminal], learner: Program
) -> None:
    terminal = study()
    terminal.press("h", until="Hint 1 of 2  Which operator multiplies?")
    terminal.press("1", until="[1 Again 10m]")
    terminal.process.send(" ")
    terminal.wait(lambda: "Again: it comes back in 10m." in terminal.text)

    assert answers(learner) == [Rating.AGAIN]
    assert learner("exercise", "hint", "double", env={"QUIZZER_NOW": "2026-03-02T21:30:00+00:00"}).out.startswith(
        "Hint 2 of 2"
    )
    terminal.process.send("u")
    terminal.wait(lambda: "Taken back: Again for mini/exercise-double." in terminal.text)
    assert answers(learner) == []


def test_put_off_it_waits_where_it_was(study: Callable[..., Terminal], learner: Program, file: Path) -> None:
    terminal = study()
    file.write_text(WRONG)
    terminal.wait(lambda: "Not yet right (WA)" in terminal.text and KEYS in terminal.card)

    terminal.process.send(" ")

    assert terminal.end() == 0
    assert "Put off: the card waits where it was." in terminal.text
    assert answers(learner) == []
    with open_store(learner.database) as store, store.read() as tx:
        assert tx.progress(CARD).schedule == New()
    again = study()
    assert "Your file is in" in again.card
    again.press("g", until="Not yet right (WA)")
    assert file.read_text() == WRONG


def test_an_old_solution_is_named_and_one_key_begins_anew_and_keeps_it(
    study: Callable[..., Terminal], learner: Program, file: Path
) -> None:
    file.parent.mkdir()
    file.write_text(RIGHT)
    yesterday = {"QUIZZER_NOW": "2026-03-01T12:00:00+00:00"}
    assert learner("grade", file, env=yesterday).code == 0
    assert learner("undo", env=yesterday).code == 0
    terminal = study()
    assert "This file is a solution of yours that was accepted before." in terminal.card

    terminal.press("n", until="Your file is kept in")
    terminal.press("h", until="Hint 1 of 2")

    assert file.read_text() == STARTER
    assert file.with_name("double.py.2026-03-02").read_text() == RIGHT
    file.write_text(WRONG)
    terminal.wait(lambda: "Not yet right (WA)" in terminal.text)
    # The starter itself was no save.
    assert verdicts(learner) == ["AC", "WA"]


def test_it_speaks_chinese_and_plain(study: Callable[..., Terminal], file: Path, editor: Callable[[str], str]) -> None:
    terminal = study("--lang", "zh-CN", "--plain", keys="先放一放", EDITOR=editor("wrong_then_right"))
    assert "写出 `double(x)`。" in terminal.text

    terminal.process.send("c")
    terminal.wait(lambda: "回车：" in terminal.text)

    assert "你的保存：" in terminal.text
    assert "通过" in terminal.text
    assert b"\x1b" not in terminal.raw
    assert "─" not in terminal.text
    assert file.read_text() == RIGHT
