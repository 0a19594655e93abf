"""Every diagnosis: where the data prove it the learner reads it, and an unrelated tensor gets none."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.checks import CheckFailed, expect
from quizzer.checks.clue import left_out
from quizzer.checks.explain import diagnosis
from quizzer.grader.child.watched import trace

Change = Callable[[torch.Tensor], torch.Tensor]


def normal(*shape: int, seed: int = 0, dtype: torch.dtype = torch.float32) -> torch.Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64).to(dtype)


def told(got: torch.Tensor, want: torch.Tensor, of: torch.Tensor | None = None) -> dict[str, str]:
    with pytest.raises(CheckFailed) as failure:
        expect.close(got, want, of=of)
    return failure.value.message


def clue(message: dict[str, str]) -> str:
    """What follows after the sentence that every message has."""
    return message["en"].partition(". ")[2]


def with_last_row(x: torch.Tensor, value: float) -> torch.Tensor:
    x = x.clone()
    x[-1] = value
    return x


VALUES: list[tuple[str, Change, str]] = [
    ("sign", lambda w: -w, "Every sign is flipped."),
    ("scale", lambda w: w * 1.7, "Every value is 1.7 times what it should be."),
    ("offset", lambda w: w - 0.25, "Every value is off by -0.25."),
    ("zeros", torch.zeros_like, "Every value is 0."),
    ("abs", torch.abs, "It is the absolute value of what it should be."),
    ("square", torch.square, "It is the square of what it should be."),
    ("exp", torch.exp, "It is exp() of what it should be."),
    ("sigmoid", torch.sigmoid, "It is the sigmoid of what it should be."),
    ("logits", torch.logit, "Its sigmoid would be right."),
    ("trunc", lambda w: (w * 3).trunc(), "It is what it should be, cut off to whole numbers."),
    ("round", lambda w: (w * 3).round(), "It is what it should be, rounded to whole numbers."),
    ("floor", lambda w: (w * 3).floor(), "It is what it should be, rounded down."),
    ("ceil", lambda w: (w * 3).ceil(), "It is what it should be, rounded up."),
    ("relu", torch.relu, "It is right, but limited to 0 and more."),
    ("clamp", lambda w: w.clamp(-0.5, 0.5), "It is right, but limited to -0.5 to 0.5."),
    ("at most", lambda w: w.clamp(max=0.5), "It is right, but limited to 0.5 and less."),
    ("half", lambda w: w.half().float(), "Every value is nearly right"),
]


@pytest.mark.parametrize(("change", "words"), [case[1:] for case in VALUES], ids=[case[0] for case in VALUES])
def test_what_was_done_to_every_value_is_told(change: Change, words: str) -> None:
    want = normal(6, 4)
    if words.startswith("Its sigmoid"):
        want = torch.sigmoid(want)
    elif "round" in words or "cut" in words:
        want = want * 3
        assert words in clue(told(change(want / 3), want))
        return

    message = told(change(want), want)

    assert words in clue(message)
    assert message["zh-CN"].count("。") == 2


def test_the_logarithm_and_the_reciprocal_of_positive_values_are_told() -> None:
    want = normal(6, 4).exp() + 0.1

    assert clue(told(want.log(), want)) == "It is the logarithm of what it should be."
    assert clue(told(want.log2(), want)) == "It is the logarithm to base 2 of what it should be."
    assert clue(told(want.sqrt(), want)) == "It is the square root of what it should be."
    assert clue(told(1 / want, want)) == "It is 1 divided by what it should be."


def test_a_limit_that_is_missing_is_told() -> None:
    got = normal(6, 4)

    assert clue(told(got, got.relu())) == "It should be limited to 0 and more, but is not."


def test_one_limited_value_may_as_well_be_a_wrong_one() -> None:
    want = torch.tensor([0.1, 0.2, 0.35, 0.4, 0.9, 0.15, 0.27])
    got = want.clamp(max=0.5)

    assert "limited" not in told(got, want)["en"]


PLACES: list[tuple[str, Change, str]] = [
    ("last two axes", lambda w: w.transpose(1, 2), "Axes 1 and 2 are swapped."),
    ("first two axes", lambda w: w.transpose(0, 1), "Axes 0 and 1 are swapped."),
    ("outer axes", lambda w: w.transpose(0, 2), "Axes 0 and 2 are swapped."),
    ("view", lambda w: w.transpose(0, 1).reshape(4, 4, 4), "Axes 0 and 1 are swapped."),
    ("flip", lambda w: w.flip(1), "It is reversed along axis 1."),
    ("roll", lambda w: w.roll(1, 2), "It is shifted by one along axis 2: index 1 holds what belongs at index 0."),
    ("roll back", lambda w: w.roll(-1, 0), "It is shifted by one along axis 0: index 0 holds what belongs at index 1."),
    ("rows", lambda w: w[[2, 0, 3, 1]], "Along axis 0 it has the right parts in another order: index 0 holds"),
    ("columns", lambda w: w[:, :, [1, 0, 2, 3]], "Along axis 2 it has the right parts in another order: index 0 holds"),
    ("broadcast", lambda w: w[:, :1].expand_as(w), "It is the same at every index of axis 1"),
    ("last", lambda w: with_last_row(w, 9.0), "All of them are at index 3, the last of axis 0; the rest is right."),
    ("first", lambda w: with_last_row(w.flip(1), 9.0).flip(1), "at index 3, the last of axis 0"),
]


@pytest.mark.parametrize(("change", "words"), [case[1:] for case in PLACES], ids=[case[0] for case in PLACES])
def test_right_values_in_the_wrong_place_are_told(change: Change, words: str) -> None:
    want = normal(4, 4, 4)

    message = told(change(want), want)

    assert words in clue(message)
    assert message["zh-CN"].count("。") == 2


def test_a_view_in_place_of_a_transpose_is_told_where_the_sizes_differ() -> None:
    x = normal(3, 5)

    message = told(x.reshape(5, 3), x.t())

    assert "in the order before axes 0 and 1 were swapped: `view` or `reshape` instead of `transpose`" in clue(message)


def test_the_values_of_a_transpose_of_another_shape_are_compared() -> None:
    want = normal(3, 5)

    assert clue(told(want.t(), want)) == "It is the transpose of what it should be."
    assert clue(told(normal(5, 3, seed=1), want)) == "The same sizes in another order: transposed?"


def test_shuffled_elements_are_told() -> None:
    want = normal(5, 7)
    shuffled = want.flatten()[torch.randperm(35, generator=torch.Generator().manual_seed(3))].reshape(5, 7)

    assert clue(told(shuffled, want)) == "It has the right values in another order."


def test_a_softmax_over_the_wrong_axis_is_told_without_the_input() -> None:
    x = normal(3, 4)

    assert "sums to 1 along axis 0 instead of axis 1" in clue(told(x.softmax(0), x.softmax(1)))
    assert "Its exp() sums to 1 along axis 0" in clue(told(x.log_softmax(0), x.log_softmax(1)))
    assert clue(told(x, x.softmax(1))) == "Its softmax over axis 1 would be right."
    assert clue(told(x.softmax(1), x.log_softmax(1))) == "It is exp() of what it should be."


def test_errors_on_the_diagonal_and_above_it_are_told() -> None:
    want = normal(2, 5, 5)

    assert "on the diagonal" in clue(told(want + torch.eye(5), want))
    assert "above the diagonal" in clue(told(want + normal(5, 5, seed=1).triu(1), want))
    assert "below the diagonal" in clue(told(want + normal(5, 5, seed=1).tril(-1), want))


def test_nan_and_infinity_are_counted_and_the_first_is_named() -> None:
    want = normal(3, 4)
    nan, infinite = want.clone(), want.clone()
    nan[1, 2:], infinite[2, 0] = float("nan"), -float("inf")

    assert clue(told(nan, want)) == "2 of them are NaN, the first at [1, 2]."
    assert clue(told(infinite, want)) == "1 of them are infinite, the first at [2, 0]."


X = normal(5, 7, 7)
RECIPES: list[tuple[torch.Tensor, torch.Tensor, str]] = [
    (X.mean(1), X.mean(2), "the mean over axis 1 of the input; it should be the mean over axis 2"),
    (X.sum(2), X.mean(2), "the sum over axis 2 of the input; it should be the mean over axis 2"),
    (
        X.var(2),
        X.var(2, correction=0),
        "the variance with n - 1 over axis 2 of the input; it should be the variance wi",
    ),
    (X.std(0, correction=0), X.std(0), "the standard deviation with n over axis 0 of the input; it should be the stan"),
    (X.amax(1), X.amax(2), "the maximum over axis 1 of the input; it should be the maximum over axis 2"),
    (X.softmax(0), X.softmax(2), "the softmax over axis 0 of the input; it should be the softmax over axis 2"),
    (
        X.cumsum(2),
        X.cumsum(1),
        "the cumulative sum over axis 2 of the input; it should be the cumulative sum over axis",
    ),
    (X.mean((0, 1)), X.mean((0, 2)), "over axes 0 and 1 of the input; it should be the mean over axes 0 and 2"),
    (X.mean(0, keepdim=True), X.mean(2, keepdim=True), "over axis 0 of the input; it should be the mean over axis 2"),
    (X.sum(), X.mean(), "the sum over all elements of the input; it should be the mean over all elements"),
]


@pytest.mark.parametrize(("got", "want", "words"), RECIPES)
def test_with_the_input_another_operation_or_axis_is_named(got: torch.Tensor, want: torch.Tensor, words: str) -> None:
    message = told(got, want, of=X)

    assert words in clue(message)
    assert "应为" in message["zh-CN"].rpartition("，")[2]


def test_the_index_of_the_maximum_over_another_axis_is_named() -> None:
    with pytest.raises(CheckFailed) as failure:
        expect.equal(X.argmax(1), X.argmax(2), of=X)

    assert "the index of the maximum over axis 1 of the input; it should be the ind" in failure.value.message["en"]


def test_a_ratio_that_is_a_size_of_the_input_is_told() -> None:
    want, x = normal(2, 3), normal(2, 3, 11)

    assert "11 times what it should be, and the size of axis 2 of the input is 11: a sum" in clue(
        told(want * 11, want, x)
    )
    assert "the number of elements of the input is 66: a mean instead" in clue(told(want / 66, want, x))
    assert "dividing by 11 - 1 instead of 11" in clue(told(want * 1.1, want, x))
    assert "dividing by 11 instead of 11 - 1" in clue(told(want / 1.1**0.5, want, x))
    assert clue(told(want * 5, want, x)) == "Every value is 5 times what it should be."


def test_of_a_single_number_only_a_telling_ratio_is_told() -> None:
    want = torch.tensor(0.37)

    assert (
        "It is 12 times what it should be, and the number of elements of the input is 12"
        in told(want * 12, want, normal(3, 4))["en"]
    )
    assert clue(told(want * 5, want, normal(3, 4))) == ""


def test_class_indices_and_one_hot_rows_are_told_apart() -> None:
    labels = torch.tensor([2, 0, 1, 2])
    rows = torch.nn.functional.one_hot(labels, 3)

    with pytest.raises(CheckFailed) as indices:
        expect.equal(labels, rows)
    with pytest.raises(CheckFailed) as one_hot:
        expect.equal(rows, labels)

    assert "It holds the class indices; one-hot rows should come." in indices.value.message["en"]
    assert "It holds one-hot rows; the class indices should come." in one_hot.value.message["en"]


def test_whole_numbers_and_truth_values_have_diagnoses_too() -> None:
    whole = torch.arange(20).reshape(4, 5) ** 2
    mask = normal(6, 6) > 0

    for got, want, words in (
        (whole + 1, whole, "off by +1"),
        (whole.flip(1), whole, "reversed along axis 1"),
        (~mask, mask, "Every truth value is inverted."),
        (mask.t().clone(), mask, "It is the transpose"),
    ):
        with pytest.raises(CheckFailed) as failure:
            expect.equal(got, want)
        assert words in failure.value.message["en"]


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float64])
def test_other_precisions_are_allowed_for(dtype: torch.dtype) -> None:
    want = normal(6, 4, dtype=dtype)

    assert "Every value is 3 times" in clue(told(want * 3, want))
    assert "reversed along axis 0" in clue(told(want.flip(0), want))


def test_few_truth_values_prove_nothing() -> None:
    want = torch.tensor([[True, False], [False, False]])

    with pytest.raises(CheckFailed) as failure:
        expect.equal(want.flip(0), want)

    assert clue(failure.value.message) == ""


shapes = st.lists(st.integers(1, 6), min_size=1, max_size=4).filter(lambda sizes: torch.Size(sizes).numel() >= 4)


@settings(deadline=None, max_examples=150)
@given(sizes=shapes, seed=st.integers(0, 10**6), dtype=st.sampled_from([torch.float32, torch.float64]))
def test_unrelated_values_get_no_diagnosis(sizes: list[int], seed: int, dtype: torch.dtype) -> None:
    got, want = normal(*sizes, seed=2 * seed, dtype=dtype), normal(*sizes, seed=2 * seed + 1, dtype=dtype)

    assert diagnosis(got, want) == {}
    assert diagnosis(got, want, of=normal(*sizes, 3, seed=seed)) == {}
    if sizes[-1] > 1:
        assert diagnosis(got.softmax(-1), want.exp()) == {}


@settings(deadline=None, max_examples=100)
@given(
    seed=st.integers(0, 10**6), top=st.sampled_from([2, 5, 100]), dtype=st.sampled_from([torch.int64, torch.float32])
)
def test_unrelated_whole_numbers_get_no_diagnosis(seed: int, top: int, dtype: torch.dtype) -> None:
    draws = torch.randint(0, top, (2, 7, 7), generator=torch.Generator().manual_seed(seed)).to(dtype)

    assert diagnosis(draws[0], draws[1]) == {}


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10**6), shape=st.sampled_from([(5, 6), (3, 3, 4)]))
def test_one_wrong_element_gets_no_diagnosis(seed: int, shape: tuple[int, ...]) -> None:
    want = normal(*shape, seed=seed)
    got = want.clone()
    got.view(-1)[seed % want.numel()] += 2.5

    assert diagnosis(got, want) == {}
    assert diagnosis(got, want, of=normal(*shape, 3, seed=seed)) == {}


@settings(deadline=None, max_examples=60)
@given(
    sizes=st.lists(st.integers(0, 4), max_size=4),
    dtype=st.sampled_from(
        [torch.bool, torch.uint8, torch.int32, torch.float16, torch.bfloat16, torch.float64, torch.complex64]
    ),
    special=st.sampled_from([0.0, 1.0, float("nan"), float("inf")]),
)
def test_no_result_breaks_a_diagnosis(sizes: list[int], dtype: torch.dtype, special: float) -> None:
    want = torch.ones(sizes).to(dtype)
    got = torch.full(sizes, special if dtype.is_floating_point else 0).to(dtype)
    got_wider = torch.zeros([*sizes, 2]).to(dtype)

    for one in (got, got_wider):
        with contextlib.suppress(CheckFailed):
            expect.close(one, want, of=want)


def test_a_diagnosis_is_bounded_work() -> None:
    x = normal(64, 32, 16)
    want, got = x.mean(2), normal(64, 32, seed=5)

    work = trace(diagnosis, (got, want), {"of": x}, during=contextlib.nullcontext())

    assert work["value"] == {}
    assert len(work["operations"]) < 2_000
    assert work["total"] < 5_000_000


def test_no_cause_is_looked_for_where_the_verdict_is_all_that_is_wanted() -> None:
    want = normal(4, 3)
    with left_out():
        plain = told(-want, want)
    whole = told(-want, want)

    assert "is wrong in 12 of 12 elements" in plain["en"]
    assert clue(whole) == "Every sign is flipped."
    assert whole["en"] == f"{plain['en']} Every sign is flipped."
