"""Cards answered in code, judged by running what was typed in a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizzer.content import read_deck
from quizzer.domain.card import Card, Code
from quizzer.domain.code_answer import CodeRuns, Runs
from quizzer.domain.marking import Mark, mark
from quizzer.domain.question import ask
from quizzer.grader.client import Grader

DECK = Path(__file__).parents[1] / "golden" / "study" / "coded"


@pytest.fixture(scope="module")
def card() -> Card:
    return next(card for card in read_deck(DECK).cards if isinstance(card.body, Code))


@pytest.fixture(scope="module")
def known(card: Card, warm_grader: Grader) -> tuple[Runs, ...]:
    """What the card's own lines give."""
    body = card.body
    assert isinstance(body, Code)
    return warm_grader.run_code(body, (body.answer, *(wrong.code for wrong in body.mistakes)))


def marked(card: Card, known: tuple[Runs, ...], grader: Grader, typed: str) -> Mark:
    body = card.body
    assert isinstance(body, Code)
    (ran,) = grader.run_code(body, (typed,))
    return mark(ask(card, repetition=0, language="en"), typed, runs=CodeRuns(known[0], known[1:], ran))


@pytest.mark.parametrize(
    "typed",
    [
        "x - x.mean(dim=1, keepdim=True)",
        "  x - x.mean(1)[:, None]  ",
        "result = x - x.mean(-1, keepdim=True)",
        "torch.stack([row - row.mean() for row in x])",
        "x - x @ torch.ones(x.shape[1], 1) / x.shape[1]",
    ],
)
def test_any_line_that_does_the_same_is_right(
    card: Card, known: tuple[Runs, ...], warm_grader: Grader, typed: str
) -> None:
    assert marked(card, known, warm_grader, typed).correct


@pytest.mark.parametrize(
    ("typed", "mistake"),
    [("x.sub(x.mean(0))", "reduces-columns"), ("x - torch.mean(x, 1)", "forgets-keepdim")],
)
def test_a_typical_mistake_is_named_whatever_its_spelling(
    card: Card, known: tuple[Runs, ...], warm_grader: Grader, typed: str, mistake: str
) -> None:
    assert marked(card, known, warm_grader, typed).mistake == mistake


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("x - mean(x)", "NameError: name 'mean' is not defined"),
        ("x - (", "SyntaxError: '(' was never closed (line, line 1)"),
        ("result", "NameError: name 'result' is not defined"),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("open('/etc/passwd')", "PermissionError: [Errno 13] Permission denied: '/etc/passwd'"),
    ],
)
def test_a_line_that_raises_is_wrong_and_says_what(
    card: Card, known: tuple[Runs, ...], warm_grader: Grader, typed: str, error: str
) -> None:
    found = marked(card, known, warm_grader, typed)

    assert found.correct is False
    assert found.difference is not None
    assert found.difference.error == error


def test_a_line_that_leaves_an_odd_object_is_wrong(card: Card, known: tuple[Runs, ...], warm_grader: Grader) -> None:
    found = marked(card, known, warm_grader, "lambda: x")

    assert found.correct is False
    assert found.difference is not None
    assert "function" in str(found.difference.error)


def test_a_line_that_ends_the_process_is_wrong_and_costs_nothing_else(
    card: Card, known: tuple[Runs, ...], warm_grader: Grader
) -> None:
    found = marked(card, known, warm_grader, "__import__('os')._exit(0)")

    assert found.correct is False
    assert marked(card, known, warm_grader, "x - x.mean(1, True)").correct
