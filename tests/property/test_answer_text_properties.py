"""Whatever is typed is judged: nothing crashes, and no rewriting of the right answer makes it wrong."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from quizzer.domain.answer_text import guess_kind, matches, parse_list, parse_number, parse_shape

KINDS = ("text", "shape", "number", "list")
shapes = st.lists(st.integers(0, 10_000), min_size=1, max_size=5).map(tuple)
separators = st.sampled_from([", ", ",", " ", "，", "x", " x ", "×", "、", "  "])
numbers = st.floats(allow_nan=False, allow_infinity=False, width=32)


def full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


@given(st.text(), st.text(), st.sampled_from(KINDS), st.floats(0, 1))
def test_judging_never_raises(typed: str, expected: str, kind: str, tolerance: float) -> None:
    assert matches(typed, expected, kind=kind, tolerance=tolerance) in (True, False)


@given(st.text(alphabet="()[]{},; x0123456789.e-+/%'\"naif torch.Size", max_size=60))
def test_the_parsers_are_total_on_what_looks_like_numbers(typed: str) -> None:
    parse_shape(typed)
    parse_number(typed)
    parse_list(typed)
    assert guess_kind(typed) in KINDS


@given(shapes, separators, st.sampled_from(["{}", "({})", "[{}]", "torch.Size([{}])", "`({})`", " {} "]), st.booleans())
def test_a_shape_matches_itself_in_every_spelling(
    shape: tuple[int, ...], separator: str, frame: str, wide: bool
) -> None:
    typed = frame.format(separator.join(map(str, shape)))

    assert matches(full_width(typed) if wide else typed, str(shape), kind="shape")


@given(shapes, shapes)
def test_shapes_match_only_when_equal(one: tuple[int, ...], other: tuple[int, ...]) -> None:
    assert matches(str(one), str(other), kind="shape") is (one == other)


@given(numbers)
def test_a_number_matches_its_own_spelling(number: float) -> None:
    assert matches(repr(number), repr(number), kind="number", tolerance=0)
    assert matches(full_width(f"{number:e}"), repr(float(f"{number:e}")), kind="number", tolerance=0)


@given(numbers, numbers, st.floats(1e-9, 10))
def test_numbers_match_within_the_tolerance_and_not_beyond(got: float, want: float, tolerance: float) -> None:
    right = matches(repr(got), repr(want), kind="number", tolerance=tolerance)

    if abs(got - want) <= tolerance:
        assert right
    if abs(got - want) > tolerance * 1.001 + 1e-6 * abs(want):
        assert not right


@given(st.lists(st.integers(-99, 99), min_size=1, max_size=6), st.sampled_from(["[{}]", "({})", "{}"]))
def test_a_list_matches_itself_and_not_its_longer_self(items: list[int], frame: str) -> None:
    typed = frame.format(", ".join(map(str, items)))

    assert matches(typed, str(items), kind="list")
    assert not matches(typed, str([*items, 1]), kind="list")


@given(st.text(alphabet=st.characters(categories=["L", "Nd"]), min_size=1, max_size=30))
def test_text_matches_itself_upper_case_quoted_and_padded(text: str) -> None:
    assert matches(f"  `{text}` ", text, kind="text")
    assert matches(f"“{text}”", text, kind="text")


@given(st.sampled_from(["nan", "NaN"]), numbers)
def test_nan_matches_no_number(nan: str, number: float) -> None:
    assert not matches(nan, repr(number), kind="number")
    assert math.isnan(parse_number(nan) or 0.0)
