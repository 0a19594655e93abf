"""The claims that authors make: what passes, what fails, and in which words."""

from __future__ import annotations

import pytest
import torch

from quizzer.checks import CheckFailed, RemoteError, expect


def message_of(failure: pytest.ExceptionInfo[CheckFailed]) -> str:
    assert set(failure.value.message) == {"en", "zh-CN"}
    return failure.value.message["en"]


def test_close_accepts_what_lies_within_the_tolerance_of_its_dtype() -> None:
    want = torch.tensor([1.0, 2.0])

    expect.close(want * (1 + 1e-6), want)
    expect.close(want, want.clone())
    expect.close(torch.full((3,), 2.5), 2.5)


@pytest.mark.parametrize(
    ("got", "words"),
    [
        (torch.tensor([1.0, 2.5]), "wrong in 1 of 2 elements; at [1] it is 2.5 instead of 2"),
        (torch.tensor([1.0, float("nan")]), "1 of them are NaN"),
        (torch.tensor([1, 2]), "dtype torch.float32, but it has torch.int64"),
        (torch.ones(2, 1), "differ only in axes of size 1"),
        (None, "should be a tensor, but it is None"),
        ([1.0, 2.0], "should be a tensor, but it is list"),
        (torch.tensor([-1.0, -2.0]), "Every sign is flipped"),
        (torch.tensor([2.0, 4.0]), "Every value is 2 times"),
    ],
)
def test_close_says_what_is_wrong(got: object, words: str) -> None:
    with pytest.raises(CheckFailed) as failure:
        expect.close(got, torch.tensor([1.0, 2.0]))

    assert words in message_of(failure)


def test_a_transpose_and_an_offset_are_named_only_when_the_data_prove_it() -> None:
    want = torch.arange(9.0).reshape(3, 3) ** 2

    with pytest.raises(CheckFailed) as transposed:
        expect.close(want.t(), want)
    with pytest.raises(CheckFailed) as shifted:
        expect.close(want + 3, want)
    with pytest.raises(CheckFailed) as neither:
        expect.close(want + torch.eye(3), want)

    assert "transpose" in message_of(transposed)
    assert "off by +3" in message_of(shifted)
    assert message_of(neither).endswith(
        "at [2, 2] it is 65 instead of 64. All of them are on the diagonal; the rest is right."
    )


@pytest.mark.parametrize(("got", "want"), [(1, True), (True, 1), (1.0, 1), ((1, 2), [1, 2]), ([1, 2.0], [1, 2])])
def test_equal_takes_types_seriously(got: object, want: object) -> None:
    with pytest.raises(CheckFailed):
        expect.equal(got, want)


def test_equal_accepts_equal_values_of_equal_type() -> None:
    expect.equal((1, [2.0, None]), (1, [2.0, None]))
    expect.equal(torch.arange(3), torch.tensor([0, 1, 2]))


def test_between_rejects_nan_and_what_is_no_number() -> None:
    expect.between(torch.tensor(0.5), 0, 1)
    for bad in (float("nan"), torch.tensor(2.0), "0.5", None):
        with pytest.raises(CheckFailed):
            expect.between(bad, 0, 1)


def test_raises_looks_at_all_base_classes_of_the_remote_exception() -> None:
    with expect.raises(ValueError):
        raise RemoteError(("MyError", "ValueError", "Exception"), "p is bad")


def test_raises_fails_when_nothing_or_something_else_was_raised() -> None:
    with pytest.raises(CheckFailed) as nothing, expect.raises(ValueError, TypeError):
        pass
    with pytest.raises(CheckFailed) as other, expect.raises(ValueError):
        raise RemoteError(("AssertionError", "Exception"), "{no}")

    assert "should raise ValueError or TypeError, but nothing was raised" in message_of(nothing)
    assert "raised AssertionError: {no}" in message_of(other)


def test_a_bool_is_no_int() -> None:
    expect.is_type(3, int)
    with pytest.raises(CheckFailed) as failure:
        expect.is_type(True, int)

    assert "should be a Python int" in message_of(failure)
