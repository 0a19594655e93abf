"""Which scripts a card is put to the test with, and what its texts say of themselves."""

from __future__ import annotations

import math

import pytest

from quizzer.domain.card import Basic, Card, CardId, Choice, Code, DeckId, NoteId, Option, Order, TopicId
from quizzer.domain.card_trial import ScriptRun, Trial
from quizzer.domain.code_claims import issues_of_order, option_code, option_scripts, order_scripts, orders_to_try
from quizzer.domain.question import respects
from quizzer.domain.text import Text
from quizzer.domain.text_claims import asserts, issues_of_texts

ASK = Text.of("?")


def order(count: int) -> Order:
    """Lines of which each comes before the next but one."""
    lines = tuple(f"line {number}" for number in range(count))
    return Order(ASK, lines, tuple((number, number + 2) for number in range(count - 2)))


@pytest.mark.parametrize("count", [2, 4, 6])
def test_up_to_six_lines_are_tried_in_every_order(count: int) -> None:
    tried = orders_to_try(order(count))

    assert len(set(tried)) == len(tried) == math.factorial(count)


@pytest.mark.parametrize("count", [7, 9, 12])
def test_more_lines_are_tried_in_hundreds_of_orders_that_break_each_pair_and_that_break_none(count: int) -> None:
    body = order(count)
    tried = orders_to_try(body)

    assert tried[0] == tuple(range(count))
    assert all(sorted(one) == list(range(count)) for one in tried)
    assert len(set(tried)) == len(tried) < 400
    for pair in body.before:
        assert any(not respects(one, (pair,)) and respects(one, tuple({*body.before} - {pair})) for one in tried), pair
    assert sum(respects(one, body.before) for one in tried) > 5
    assert orders_to_try(body) == tried


def test_each_order_runs_between_what_prepares_and_what_checks() -> None:
    assert order_scripts(order(2), Trial("a", "b")) == (
        ("a", "line 0\nline 1", "b"),
        ("a", "line 1\nline 0", "b"),
    )


def test_orders_are_told_once_a_kind_and_counted() -> None:
    body = order(3)
    runs = [ScriptRun("Error: deep\nmore") if one[0] == 0 else ScriptRun() for one in orders_to_try(body)]

    told = [issue.message for issue in issues_of_order(body, runs)]

    assert told == [
        "the order 0, 1, 2 is right by 'before', and fails: Error: deep (2 such orders)",
        "the order 1, 2, 0 is wrong by 'before', and runs through (3 such orders)",
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("`x + 1`", "x + 1"),
        ({"en": "`x`", "zh-CN": "`x`"}, "x"),
        ("```python\na = 1\nb = a\n```", "a = 1\nb = a"),
        ("`x` or `y`", None),
        ("the `x`", None),
        ({"en": "`x`", "zh-CN": "`y`"}, None),
    ],
)
def test_an_option_is_code_if_it_is_nothing_else_in_each_language(text: str | dict[str, str], code: str | None) -> None:
    assert option_code(Text.of(text)) == code


def test_no_option_is_run_where_one_is_no_code() -> None:
    options = tuple(Option(Text.of(text)) for text in ("`a`", "`b`", "words"))

    assert option_scripts(Choice(ASK, options), Trial("", "")) == ()
    assert option_scripts(Choice(ASK, options[:2]), Trial("s", "c")) == (("s", "a", "c"), ("s", "b", "c"))


@pytest.mark.parametrize(
    ("source", "does"),
    [
        ("assert x", True),
        ("if x:\n    raise ValueError", True),
        ("torch.testing.assert_close(x, y)", True),
        ("x == 2", False),
        ("print('assert x')  # assert", False),
    ],
)
def test_a_snippet_that_asserts_is_known_by_its_code(source: str, does: bool) -> None:
    assert asserts(source) is does


VERSIONED = "assert torch.__version__ >= '2.6'"


def card(*, why: str = "So it is.", source: str = "run", body: Basic | Code | None = None, verify: str | None) -> Card:
    return Card(
        CardId("d/c"), NoteId("d/c"), DeckId("d"), TopicId("t"), body or Basic(ASK, ASK), Text.of(why), source,
        verify=verify,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("why", "source"),
    [
        ("Since torch 2.6 it is.", "run"),
        ("Before 2.6 it was not.", "run"),
        ("So it is.", "run on torch 2.13.0"),
        ("自版本 2.6 起如此。", "run"),
    ],
)
def test_a_card_that_names_a_version_may_hang_on_it(why: str, source: str) -> None:
    assert list(issues_of_texts(card(why=why, source=source, verify=VERSIONED))) == []


def test_a_number_is_no_version() -> None:
    (issue,) = issues_of_texts(card(why="It is 0.5 then.", verify=VERSIONED))

    assert (issue.fault, issue.loc) == ("version-unsaid", ("verify",))


def test_the_version_may_hang_on_any_code_of_a_card() -> None:
    body = Code(ASK, ("old = torch.__version__",), "old", ("result",))

    (issue,) = issues_of_texts(card(body=body, verify=None))

    assert (issue.fault, issue.loc) == ("version-unsaid", ("cases", 0))
