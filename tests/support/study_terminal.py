"""A terminal with a learner at it: the program behind a pty, its screen, and somebody who knows the answers."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable

import pexpect
import pyte

MONDAY = "2026-03-02T21:00:00+00:00"
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
        """True once the card, with its prompt if it has one, or the summary is on the screen to its last line."""
        if "Enter checks it" in self.card:
            return self.card.rstrip().endswith(">")
        return bool(re.search(r"\? keys|Due tomorrow", self.card))

    def drain(self) -> None:
        """Read to the end of the program; fails with the screen where the program goes on."""
        deadline = time.monotonic() + PATIENCE_S
        while self._read():
            assert time.monotonic() < deadline, f"the program did not end:\n{self.text}"

    def end(self) -> int:
        """Read to the end of the program; its exit status."""
        self.drain()
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


def kind_of(card: str) -> str:
    if "space put off" in card:
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
