"""``quizzer deck preview``: what a learner will see, from the files alone, and again when they are saved."""

from __future__ import annotations

import re
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from small_content import rewrite, write_content

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Program

MORE = """\
cards:
  - id: sum
    kind: compute
    topic: tensors
    prompt: {en: "`torch.arange({n}).sum()`?", zh-CN: "`torch.arange({n}).sum()`？"}
    parameters: {n: {range: [2, 99]}}
    derive: {last: n - 1}
    answer: int(torch.arange(n).sum())
    answer_type: number
    why: {en: "From 0 to {last}.", zh-CN: "从 0 到 {last}。"}
    source: run
  - id: axes
    kind: cloze
    topic: tensors
    text: {en: "A {{c1::matrix}} has {{c2::2}} axes.", zh-CN: "{{c1::矩阵}}有 {{c2::2}} 个轴。"}
    why: {en: "Rows and columns.", zh-CN: "行与列。"}
    source: definition
"""


@pytest.fixture
def deck(quizzer: Program) -> Path:
    folder = write_content(quizzer.folder / "mine") / "decks/mini"
    (folder / "cards/zz-more.yaml").write_text(MORE, encoding="utf-8")
    return folder


def test_a_card_is_shown_as_it_is_asked_and_answered(quizzer: Program, deck: Path) -> None:
    shown = quizzer("deck", "preview", deck, "--card", "rows")

    assert shown.code == 0, shown.err
    lines = [line.strip() for line in shown.out.splitlines() if line.strip()]
    assert lines[1].startswith("tensors · mini/rows")
    assert lines[2:] == [
        "Which axis counts rows?",
        "Answer  axis 0",
        "Why     Shapes are written rows first.",
        "Source  definition",
    ]
    assert not quizzer.database.exists()


def test_a_learner_of_chinese_sees_chinese(quizzer: Program, deck: Path) -> None:
    shown = quizzer("deck", "preview", deck, "--card", "mini/rows", "--lang", "zh-CN", "--plain")

    assert "哪个轴是行？" in shown.out
    assert "第 0 轴" in shown.out


def test_one_file_is_shown_with_each_of_its_cards(quizzer: Program, deck: Path) -> None:
    shown = quizzer("deck", "preview", deck / "cards/zz-more.yaml", "--plain")

    assert re.findall(r"mini/\S+", shown.out) == ["mini/sum", "mini/axes#c1", "mini/axes#c2"]


def test_the_siblings_of_a_cloze_hide_one_deletion_each(quizzer: Program, deck: Path) -> None:
    shown = quizzer("deck", "preview", deck, "--card", "axes", "--plain")

    assert "A [...] has 2 axes." in shown.out
    assert "A matrix has [...] axes." in shown.out


def test_torch_computes_what_a_compute_card_answers(quizzer: Program, deck: Path) -> None:
    first = quizzer("deck", "preview", deck, "--card", "sum", "--plain")
    another = quizzer("deck", "preview", deck, "--card", "sum", "--plain", "--repetition", "2")

    n = int(re.search(r"arange\((\d+)\)", first.out)[1])  # type: ignore[index]
    assert f"Answer: `{n * (n - 1) // 2}`" in first.out
    assert f"From 0 to {n - 1}." in first.out
    assert f"arange({n})" not in another.out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("mine/decks/mini", "--card", "rowz"), 2, "there is no card 'rowz' in mine/decks/mini"),
        (("mine",), 3, "there is no deck here"),
        (("nowhere.yaml",), 3, "there is no deck here"),
    ],
)
def test_what_is_not_there_cannot_be_shown(
    quizzer: Program, deck: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    shown = quizzer("deck", "preview", *arguments)

    assert (shown.code, shown.out) == (code, "")
    assert said in shown.err


def test_errors_of_the_deck_are_listed_and_nothing_is_shown(quizzer: Program, deck: Path) -> None:
    rewrite(deck / "cards/zz-more.yaml", "kind: cloze", "kind: close")

    shown = quizzer("deck", "preview", deck, "--card", "rows")

    assert (shown.code, shown.out) == (3, "")
    assert "zz-more.yaml:13:11 E204 'close' is not a kind of card" in shown.err


def test_an_answer_that_cannot_be_computed_is_the_cards_fault_and_told_with_what_was_drawn(
    quizzer: Program, deck: Path
) -> None:
    rewrite(deck / "cards/zz-more.yaml", "int(torch.arange(n).sum())", "torch.arange(n).sum(dim=n)")

    shown = quizzer("deck", "preview", deck, "--card", "sum")

    assert (shown.code, shown.out) == (3, "")
    assert "mini/sum: the card's answer cannot be evaluated: IndexError" in shown.err
    assert re.search(r"drawn were n = \d+$", shown.err, re.MULTILINE)


def test_a_watched_card_is_shown_again_when_it_is_saved_and_errors_are_waited_for(quizzer: Program, deck: Path) -> None:
    path = deck / "cards/tensors.yaml"
    out, err = quizzer.folder / "out", quizzer.folder / "err"
    command = [*quizzer.command, "deck", "preview", str(deck), "--card", "rows", "--watch"]
    with out.open("wb") as stdout, err.open("wb") as stderr:
        process = subprocess.Popen(command, cwd=quizzer.folder, env=quizzer.environ, stdout=stdout, stderr=stderr)
        try:
            wait_for(lambda: "Which axis counts rows?" in out.read_text(encoding="utf-8"))
            rewrite(path, "Which axis counts rows?", "Which axis has the rows?")
            rewrite(path, "kind: exercise", "kind: exercize")
            wait_for(lambda: "E204" in err.read_text(encoding="utf-8"))
            rewrite(path, "kind: exercize", "kind: exercise")
            wait_for(lambda: "Which axis has the rows?" in out.read_text(encoding="utf-8"))
        finally:
            process.send_signal(signal.SIGINT)
            code = process.wait(timeout=20)

    assert code == 130


def wait_for(seen: Callable[[], bool], *, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_page_has_both_languages_unless_one_is_asked_for(quizzer: Program, deck: Path) -> None:
    both, one = quizzer.folder / "both.html", quizzer.folder / "one.html"

    ran = quizzer("deck", "preview", deck, "--card", "rows", "--html", both)
    quizzer("deck", "preview", deck, "--card", "rows", "--html", one, "--lang", "zh-CN")

    assert (ran.code, ran.out) == (0, "")
    assert f"The page is in {both}" in ran.err
    assert "Which axis counts rows?" in both.read_text(encoding="utf-8")
    assert "哪个轴是行？" in both.read_text(encoding="utf-8")
    assert "Which axis counts rows?" not in one.read_text(encoding="utf-8")
    assert not quizzer.database.exists()


def test_a_page_that_cannot_be_written_and_a_browser_without_a_page_are_refused(quizzer: Program, deck: Path) -> None:
    nowhere = quizzer("deck", "preview", deck, "--html", quizzer.folder / "nowhere/page.html", "--card", "rows")
    unnamed = quizzer("deck", "preview", deck, "--open")

    assert (nowhere.code, unnamed.code) == (5, 2)
    assert "choose another file with --html" in nowhere.err


def test_a_watched_page_shows_each_save_tells_errors_in_its_place_and_at_last_stands_still(
    quizzer: Program, deck: Path
) -> None:
    path, page = deck / "cards/tensors.yaml", quizzer.folder / "page.html"
    command = [*quizzer.command, "deck", "preview", str(deck), "--card", "rows", "--watch", "--html", str(page)]

    def told(text: str) -> Callable[[], bool]:
        return lambda: page.exists() and text in page.read_text(encoding="utf-8")

    process = subprocess.Popen(command, cwd=quizzer.folder, env=quizzer.environ, stderr=subprocess.DEVNULL)
    try:
        wait_for(told("Which axis counts rows?"), seconds=60)
        reloading = told('http-equiv="refresh"')()
        rewrite(path, "kind: exercise", "kind: exercize")
        wait_for(told("E204"), seconds=60)
        rewrite(path, "kind: exercize", "kind: exercise")
        wait_for(told("Which axis counts rows?"), seconds=60)
    finally:
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=60)

    assert reloading
    assert code == 130
    assert told("Which axis counts rows?")()
    assert not told('http-equiv="refresh"')()
