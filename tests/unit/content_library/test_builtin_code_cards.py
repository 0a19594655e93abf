"""Cards answered in code prove themselves: a bug raises and its fix does not, every line does what its card says.

One test per claim and card, so that a failure names the card. Whatever runs here is our own content.
"""

from __future__ import annotations

import math
import random
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from quizzer.content import find_decks, read_deck
from quizzer.domain.card import Bug, Card, Code
from quizzer.domain.code_answer import Runs, same_runs
from quizzer.grader.client import Grader

ROOT = Path(__file__).resolve().parents[3]
FOLDERS = [*find_decks(ROOT / "decks"), ROOT / "tests" / "golden" / "study" / "coded"]
CARDS = [card for folder in FOLDERS for card in read_deck(folder).cards]
BUGS = [card for card in CARDS if isinstance(card.body, Bug)]
CODES = [card for card in CARDS if isinstance(card.body, Code)]

every_bug = pytest.mark.parametrize("card", BUGS, ids=[card.id for card in BUGS])
every_code = pytest.mark.parametrize("card", CODES, ids=[card.id for card in CODES])


@pytest.fixture(autouse=True)
def calm() -> Iterator[None]:
    """One thread, one seed, and warnings that stay warnings: buggy code may well earn some."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    random.seed(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
    torch.set_num_threads(before)


def run(body: Bug, code: str) -> None:
    names = {"torch": torch, "nn": torch.nn, "F": torch.nn.functional, "math": math}
    for source in (body.setup, code, body.check):
        exec(compile(source, "card", "exec"), names)


def lines_of(card: Card, grader: Grader, *sources: str) -> tuple[Runs, ...]:
    assert isinstance(card.body, Code)
    return grader.run_code(card.body, sources)


@every_bug
def test_the_buggy_lines_fail_as_the_card_says(card: Card) -> None:
    body = card.body
    assert isinstance(body, Bug)

    with pytest.raises(Exception) as raised:  # noqa: PT011 - each card has its own
        run(body, body.code)

    assert (body.error or "") in f"{type(raised.value).__name__}: {raised.value}"


@every_bug
def test_the_mended_lines_run_through(card: Card) -> None:
    body = card.body
    assert isinstance(body, Bug)

    run(body, body.fixed)


@every_bug
def test_no_other_line_was_to_be_mended(card: Card) -> None:
    """The fix in the place of any other line does not help: the wrong line is the one to name."""
    body = card.body
    assert isinstance(body, Bug)
    lines = body.lines
    for number in range(len(lines)):
        if number != body.line - 1:
            with pytest.raises(BaseException):  # noqa: B017, PT011 - a syntax error is as good as any
                run(body, "\n".join([*lines[:number], body.fix, *lines[number + 1 :]]))


@every_code
def test_every_other_right_line_is_judged_right(card: Card, warm_grader: Grader) -> None:
    body = card.body
    assert isinstance(body, Code)
    answer, *others = lines_of(card, warm_grader, body.answer, *body.accept)

    assert [run.error for run in answer] == [None] * len(body.cases)
    for line, ran in zip(body.accept, others, strict=True):
        assert same_runs(ran, answer, tolerance=body.tolerance), (line, ran, answer)


@every_code
def test_every_typical_mistake_is_judged_wrong_and_is_no_other(card: Card, warm_grader: Grader) -> None:
    body = card.body
    assert isinstance(body, Code)
    answer, *wrong = lines_of(card, warm_grader, body.answer, *(mistake.code for mistake in body.mistakes))

    assert not any(same_runs(ran, answer, tolerance=body.tolerance) for ran in wrong)
    assert len(set(map(repr, wrong))) == len(wrong)


@every_code
def test_an_empty_line_is_judged_wrong(card: Card, warm_grader: Grader) -> None:
    body = card.body
    assert isinstance(body, Code)
    answer, nothing = lines_of(card, warm_grader, body.answer, "pass")

    assert not same_runs(nothing, answer, tolerance=body.tolerance)
