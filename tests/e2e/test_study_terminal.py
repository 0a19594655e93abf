"""A learner at a real terminal: sessions driven through a pty, read from the screen as a person reads it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pyte
import pytest

from quizzer.content.decks import read_deck
from quizzer.domain.card import CardId, ExerciseId, TopicId
from quizzer.domain.exercise import CheckInfo, EntryPoint, Exercise, ExerciseKind
from quizzer.domain.memory import Rating, State, StudyDay
from quizzer.domain.text import Text
from quizzer.services.sync import ensure_builtin_content
from quizzer.storage.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.e2e

MINI = Path(__file__).parents[1] / "golden" / "study" / "mini"
MONDAY, TUESDAY = "2026-03-02T21:00:00+00:00", "2026-03-03T21:00:00+00:00"
MONDAY_DAY = StudyDay(date(2026, 3, 2).toordinal())
PATIENCE_S = 90
COLUMNS, ROWS = 110, 60
RULE = "────"

RIGHT_ANSWERS = {
    "nn.Linear(8, 3).weight": "3x8",
    "weights_only defaults": "true",
    "Dropout scales survivors": "1/(1 - p)",
    "momentum=0.1 weighs": "New batch",
    "switches [...] on": "dropout",
    "switches dropout on": "eval",
    "Stem and head must learn": "middle.requires_grad_(False)",
    "F.relu(torch.tensor(-1.0))": "0.",
    "p is the probability to": "drop",
    "Which call changes the weights": "opt.step()",
    "Put one training step": ["opt.zero_grad()", "loss = loss_fn(model(x), y)", "loss.backward()", "opt.step()"],
    "Order an accuracy loop": [
        "torch.set_grad_enabled(False)", "model.eval()", "hits = count(model, loader)", "model.train()",
    ],
}  # fmt: skip


class Terminal:
    """The program behind a pty and the screen that a learner would see."""

    def __init__(self, program: object, *arguments: str, now: str = MONDAY, **env: str) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        environ = {**program.environ, "TERM": "xterm-256color", "QUIZZER_NOW": now, **env}
        del environ["COLUMNS"]
        command, *first = program.command
        self.process = pexpect.spawn(
            command, [*first, "study", *arguments], env=environ, cwd=str(program.folder), dimensions=(ROWS, COLUMNS)
        )

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    @property
    def card(self) -> str:
        """What is on the screen below the last rule."""
        return self.text.rpartition(RULE)[2]

    def wait(self, until: Callable[[], bool]) -> None:
        """Read the terminal until the screen is as wanted; fails with the screen where it never is."""
        deadline = time.monotonic() + PATIENCE_S
        while not until():
            assert time.monotonic() < deadline, f"the screen stayed like this:\n{self.text}"
            assert self._read(), f"the program ended with this screen:\n{self.text}"

    def press(self, keys: str, *, until: str) -> None:
        """Type, and wait for a text that was not below the last rule before."""
        cards = self.raw.count(RULE.encode() * 10)
        self.process.send(keys)
        if until == "next":
            self.wait(lambda: self.raw.count(RULE.encode() * 10) > cards and self.is_drawn)
        else:
            self.wait(lambda: until in self.card)

    @property
    def is_drawn(self) -> bool:
        """True once the card, or the summary, is on the screen to its last line."""
        return bool(re.search(r"\? keys|Due tomorrow", self.card))

    def end(self) -> int:
        """Read to the end of the program; its exit status. Fails with the screen where the program goes on."""
        deadline = time.monotonic() + PATIENCE_S
        while self._read():
            assert time.monotonic() < deadline, f"the program did not end:\n{self.text}"
        self.process.close()
        return self.process.exitstatus

    def kill(self) -> None:
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.close(force=True)

    def _read(self) -> bool:
        try:
            received = self.process.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += received
        self._stream.feed(received)
        return True


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the small deck, and the built-in content, which each first start would sync otherwise."""
    exercise = Exercise(
        id=ExerciseId("mini-dropout"),
        version="v1",
        title=Text.of("Implement Dropout"),
        kind=ExerciseKind.IMPLEMENT,
        difficulty=1,
        topics=(TopicId("nn.Dropout"),),
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


def kind_of(card: str) -> str:
    if "space go on" in card:
        return "exercise"
    if "space show" in card:
        return "basic"
    if "choose ·" in card:
        return "choice"
    if "letters in order" in card:
        return "order"
    computed = ("Output shape?", "are multiplied by?", ".chunk(")
    return "compute" if any(part in card for part in computed) else "cloze"


def right_answer(card: str) -> str:
    """What somebody who knows types: read off the screen, like a person."""
    words = " ".join(card.split())
    if kind_of(card) == "compute":
        return computed_answer(words)
    known = next(answer for fragment, answer in RIGHT_ANSWERS.items() if fragment in words)
    letters = {text.strip(): letter for letter, text in re.findall(r"^  ([a-e])\) (.*)$", card, re.MULTILINE)}
    if isinstance(known, list):
        return "".join(letters[line] for line in known)
    return letters.get(known, known)


def computed_answer(words: str) -> str:
    shape = re.search(r"nn.Linear\((\d+), (\d+)\) gets a \((\d+), \d+\)", words)
    if shape:
        return f"[{shape[3]}, {shape[2]}]"
    rate = re.search(r"nn.Dropout\(([\d.]+)\)", words)
    if rate:
        return f"1/{1 - float(rate[1])}"
    chunk = re.search(r"arange\((\d+)\).chunk\((\d+)\)", words)
    n, k = int(chunk[1]), int(chunk[2])
    size = -(-n // k)
    return " ".join(str(min(size, n - at)) for at in range(0, n, size))


def answer(terminal: Terminal, *, right: bool, rating: str = " ") -> str:
    """Answer the card on the screen and wait for the next; the kind of card that it was."""
    kind = kind_of(terminal.card)
    if kind == "exercise":
        terminal.press(" ", until="next")
        return kind
    if kind == "basic":
        terminal.press(" ", until="Enter: ")
        terminal.press("3" if right else "1", until="next")
        return kind
    enter = "" if kind == "choice" else "\r"
    correct = right_answer(terminal.card)
    wrong = {"choice": "abc".replace(correct, "")[:1], "order": correct[::-1]}.get(kind, "99")
    terminal.press((correct if right else wrong) + enter, until="Enter: ")
    assert ("✓ Right." if right else "✗ Not quite.") in terminal.card
    terminal.press(rating if right else " ", until="next")
    return kind


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
    terminal.wait(lambda: "Due tomorrow" in terminal.text)
    terminal.wait(terminal.process.getecho)

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


def test_an_unknown_deck_is_a_usage_error_that_names_the_known_ones(seeded: object) -> None:
    terminal = Terminal(seeded, "--deck", "minni")

    assert terminal.end() == 2
    assert "no deck 'minni'" in terminal.text
    assert "mini" in terminal.text


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
