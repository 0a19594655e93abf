"""Expected values that are worked out once for all submissions on the same draws."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import pytest
import torch

from quizzer.checks import cached
from quizzer.grader.child.submission import load_module


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizzer.checks.caching._results", OrderedDict())


def counted(function: Callable[..., Any]) -> tuple[Callable[..., Any], list[object]]:
    """A cached function, and a list that grows with each run of the function itself."""
    runs: list[object] = []

    def run(*args: object, **kwargs: object) -> Any:
        runs.append(1)
        return function(*args, **kwargs)

    return cached(run), runs


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (torch.ones(2), torch.ones(2, dtype=torch.float64)),
        (torch.ones(2), torch.ones(2, 1)),
        (torch.ones(2), torch.tensor([1.0, 1.0 + 2**-23])),
        (torch.zeros(1), -torch.zeros(1)),
        (torch.ones(2), torch.ones(2, requires_grad=True)),
        (torch.ones(2, 2), torch.ones(4).as_strided((2, 2), (1, 2))),
        ([1, 2], (1, 2)),
        ([[1], 2], [1, [2]]),
        (["a", "b"], ["ab", ""]),
        (1, True),
        (1, 1.0),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (None, "None"),
    ],
)
def test_other_arguments_are_not_taken_for_the_same(first: object, second: object) -> None:
    function, runs = counted(repr)
    assert function(first) == repr(first)
    function(second)
    assert len(runs) == 2
    function(first)
    function(second)
    assert len(runs) == 2


def test_the_same_content_is_worked_out_once_whatever_holds_it() -> None:
    function, runs = counted(lambda weights, *, rate: [weight * rate for weight in weights])
    first = function([torch.arange(3.0), torch.ones(2)], rate=0.5)
    again = function([torch.arange(3.0), torch.ones(2)], rate=0.5)
    assert len(runs) == 1
    assert [value.tolist() for value in again] == [value.tolist() for value in first]


def test_what_a_check_does_to_a_result_does_not_reach_the_next() -> None:
    function, runs = counted(lambda n: {"values": [torch.zeros(n)], "more": OrderedDict(a=torch.ones(n))})
    for _ in range(3):
        result = function(2)
        assert result["values"][0].tolist() == [0, 0]
        assert result["more"]["a"].tolist() == [1, 1]
        result["values"][0].add_(1)
        result["more"]["a"].mul_(0)
        result["values"].append(None)
    assert len(runs) == 1


@pytest.mark.parametrize(
    "argument", [object(), {1, 2}, torch.nn.Linear(1, 1), torch.ones(1, device="meta"), torch.zeros(100_000)]
)
def test_with_arguments_that_cannot_be_compared_the_function_is_run(argument: object) -> None:
    function, runs = counted(lambda _: 1)
    assert (function(argument), function(argument), len(runs)) == (1, 1, 2)


@pytest.mark.parametrize("result", [object(), torch.ones(1, requires_grad=True), torch.zeros(100_000), [{1}]])
def test_a_result_that_cannot_be_copied_is_worked_out_each_time(result: object) -> None:
    function, runs = counted(lambda: result)
    assert function() is result
    assert function() is result
    assert len(runs) == 2


def test_an_error_is_raised_each_time() -> None:
    def fail() -> None:
        raise ValueError("no")

    function, runs = counted(fail)
    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            function()
    assert len(runs) == 2


def test_it_does_not_grow_for_ever() -> None:
    function, runs = counted(lambda number: number)
    for number in range(2000):
        function(number)
    function(1999)
    assert len(runs) == 2000
    function(0)
    assert len(runs) == 2001


def test_the_same_words_in_another_file_are_another_function() -> None:
    checks = """
from quizzer.checks import cached
FACTOR = {factor}

@cached
def times(number):
    return number * FACTOR
"""
    for _ in range(2):
        for factor in (2, 3):
            module = load_module(checks.format(factor=factor), name="checks", filename="checks.py")
            assert module["times"](5) == 5 * factor  # type: ignore[operator]
