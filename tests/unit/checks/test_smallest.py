"""The smallest failing input: which one is told, what of it, and what is left alone."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import pytest

from quizzer.checks import CheckFailed, RemoteError, expect
from quizzer.checks.clue import left_out


def at_most(limit: int, tried: list[int] | None = None):
    def claim(number: int) -> None:
        if tried is not None:
            tried.append(number)
        expect.that(number <= limit, f"{number} is more than {limit}.")

    return claim


def one_less(number: int) -> Iterable[int]:
    return (number // 2, number - 1) if number > 0 else ()


def test_inputs_that_all_pass_are_all_tried_from_the_smallest_on() -> None:
    tried: list[int] = []

    expect.smallest([3, 1, 2], at_most(5, tried), size=float)

    assert tried == [1, 2, 3]


def test_the_first_that_fails_by_size_is_told_with_how_many_passed() -> None:
    with pytest.raises(CheckFailed) as failure:
        expect.smallest([9, 1, 7, 3], at_most(5), size=float)

    assert (
        failure.value.message["en"]
        == "7 is more than 5. This is the smallest of the inputs that fail; 2 smaller ones pass."
    )
    assert "比它小的 2 个都通过了" in failure.value.message["zh-CN"]


def test_without_a_size_inputs_come_in_order() -> None:
    with pytest.raises(CheckFailed, match="9 is more"):
        expect.smallest([1, 9, 7], at_most(5))


def test_a_failing_input_is_made_simpler_as_long_as_it_fails() -> None:
    with pytest.raises(CheckFailed) as failure:
        expect.smallest([1000], at_most(41), simpler=one_less)

    assert failure.value.message["en"] == "42 is more than 41. This is the simplest input found that fails."


def test_the_search_for_a_simpler_input_comes_to_an_end() -> None:
    tried: list[int] = []

    with pytest.raises(CheckFailed):
        expect.smallest([0], at_most(-1, tried), simpler=lambda _: itertools.repeat(0))

    assert len(tried) <= 110


def test_a_simpler_input_must_fail_in_the_same_way() -> None:
    def claim(number: int) -> None:
        if number < 20:
            raise RemoteError(("ValueError",), "too small")
        raise CheckFailed(f"{number} is wrong.")

    with pytest.raises(CheckFailed, match="20 is wrong"):
        expect.smallest([25], claim, simpler=one_less)


def test_an_exception_of_the_learners_says_what_was_asked() -> None:
    def claim(number: int) -> None:
        if number > 3:
            raise RemoteError(("ValueError",), "too large")

    with pytest.raises(RemoteError) as error:
        expect.smallest([2, 8], claim, simpler=one_less, shown=lambda n: {"en": f"f({n})", "zh-CN": f"函数 f({n})"})

    assert error.value.asked == {"en": "f(4)", "zh-CN": "函数 f(4)"}
    assert error.value.message == "too large"


def test_no_simpler_input_is_tried_where_the_verdict_is_all_that_is_wanted() -> None:
    tried: list[int] = []
    with left_out(), pytest.raises(CheckFailed):
        expect.smallest([40], at_most(5, tried), simpler=one_less)

    assert tried == [40]
