"""What a typed answer may look like, and what it may not."""

from __future__ import annotations

import math

import pytest

from quizzer.domain.answer_text import guess_kind, matches, parse_list, parse_number, parse_shape


@pytest.mark.parametrize(
    "typed",
    [
        "(2, 3)", "(2,3)", "2x3", "2X3", "2 x 3", "2×3", "2*3", "2, 3", "2,3", "2 3", "[2, 3]", "[2,3]",
        "torch.Size([2, 3])", "Size([2, 3])", "size(2, 3)", "（2，3）", "２，３", "２ ３", "2、3", "`(2, 3)`",
        "'(2, 3)'", " ( 2 , 3 ) ", "(2, 3,)", "“(2, 3)”",
    ],
)  # fmt: skip
def test_a_shape_is_read_however_it_is_written(typed: str) -> None:
    assert parse_shape(typed) == (2, 3)
    assert matches(typed, "(2, 3)", kind="shape")


@pytest.mark.parametrize("typed", ["(3, 2)", "(2, 3, 1)", "2", "23", "(2, 3.0)", "(2, -3)", "", "two by three"])
def test_another_shape_does_not_match(typed: str) -> None:
    assert not matches(typed, "(2, 3)", kind="shape")


@pytest.mark.parametrize("typed", ["()", "[]", "torch.Size([])", "（）", "( )"])
def test_the_empty_shape_needs_brackets(typed: str) -> None:
    assert parse_shape(typed) == ()
    assert matches(typed, "()", kind="shape")


def test_nothing_typed_is_not_the_empty_shape() -> None:
    assert parse_shape("") is None
    assert not matches("  ", "()", kind="shape")


def test_one_number_is_a_shape_of_one_dimension() -> None:
    assert parse_shape("(5,)") == parse_shape("5") == parse_shape("torch.Size([5])") == (5,)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0.5", 0.5), (".5", 0.5), ("1/2", 0.5), ("5e-1", 0.5), ("5E-1", 0.5), ("50%", 0.5), ("０.５", 0.5),
        ("+0.5", 0.5), ("-3", -3.0), ("−3", -3.0), ("1,024", 1024.0), ("1_024", 1024.0), ("3.", 3.0),
        ("-1/4", -0.25), ("tensor(0.25)", 0.25), ("`7`", 7.0), ("1 / 3", 1 / 3),
    ],
)  # fmt: skip
def test_a_number_is_read_however_it_is_written(typed: str, value: float) -> None:
    assert parse_number(typed) == pytest.approx(value, abs=1e-15)


@pytest.mark.parametrize("typed", ["", "abc", "1/0", "1.2.3", "0x10", "1e9999", "--1", "1/2/3", "(1)", "True", "1 2"])
def test_what_is_no_number_is_not_read_as_one(typed: str) -> None:
    assert parse_number(typed) is None


@pytest.mark.parametrize("typed", ["inf", "Inf", "+inf", "infinity", "∞", "torch.inf", "float('inf')", "math.inf"])
def test_infinity_goes_by_its_names(typed: str) -> None:
    assert parse_number(typed) == math.inf
    assert matches(typed, "inf", kind="number")
    assert not matches(typed, "-inf", kind="number")


@pytest.mark.parametrize("typed", ["nan", "NaN", "torch.nan", "float('nan')"])
def test_nan_goes_by_its_names_and_matches_only_nan(typed: str) -> None:
    assert matches(typed, "nan", kind="number")
    assert not matches(typed, "0", kind="number")
    assert not matches("0", "nan", kind="number")


@pytest.mark.parametrize(
    ("typed", "right"), [("0.3333", True), ("1/3", True), ("0.3334", True), ("0.3335", False), ("-0.3333", False)]
)
def test_a_number_may_be_off_by_the_tolerance_and_no_more(typed: str, right: bool) -> None:
    assert matches(typed, "0.33333333", kind="number", tolerance=1e-4) is right


def test_an_error_of_exactly_the_tolerance_passes_despite_rounding() -> None:
    assert matches("0.4", "0.3", kind="number", tolerance=0.1)


@pytest.mark.parametrize(
    "typed", ["[2, 2, 1]", "2 2 1", "2,2,1", "(2, 2, 1)", "［2，2，1］", "[2.0, 2, 1]", "tensor([2, 2, 1])", "2; 2; 1"]
)
def test_a_list_is_read_however_it_is_written(typed: str) -> None:
    assert matches(typed, "[2, 2, 1]", kind="list")


@pytest.mark.parametrize("typed", ["[2, 1, 2]", "[2, 2]", "[2, 2, 1, 0]", "221", "[[2, 2], 1]", "[2, 2, 1", "]2 2 1["])
def test_another_list_does_not_match(typed: str) -> None:
    assert not matches(typed, "[2, 2, 1]", kind="list")


@pytest.mark.parametrize("typed", ["[[1, 2], [3, 4]]", "[1, 2], [3, 4]", "((1, 2), (3, 4))", "[1 2] [3 4]"])
def test_a_nested_list_may_leave_out_the_outermost_brackets(typed: str) -> None:
    assert matches(typed, "[[1, 2], [3, 4]]", kind="list")


def test_the_structure_of_a_nested_list_counts() -> None:
    assert not matches("[1, 2, 3, 4]", "[[1, 2], [3, 4]]", kind="list")
    assert not matches("[[1, 2, 3], [4]]", "[[1, 2], [3, 4]]", kind="list")


def test_items_that_are_no_numbers_are_compared_as_text() -> None:
    assert matches("[true, FALSE]", "[True, False]", kind="list")
    assert matches("weight, bias", "['weight', 'bias']", kind="list")
    assert not matches("bias, weight", "['weight', 'bias']", kind="list")


def test_brackets_nested_beyond_reason_are_refused_rather_than_followed() -> None:
    assert parse_list("[" * 200 + "]" * 200) is None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("TRUE", "True"), (" new  batch ", "new batch"), ("`True`", "True"), ("“new batch”", "new batch"),
        ("ｎｅｗ　ｂａｔｃｈ", "new batch"), ("当前 批次", "当前批次"), ("当前批次。", "当前批次"),
        ("x.mean(dim=1,keepdim=True)", "x.mean(dim=1, keepdim=True)"), ("in-place", "in place"),
        ("f(x，y)", "f(x, y)"), ("new batch.", "new batch"),
    ],
)  # fmt: skip
def test_text_matches_whatever_its_spacing_quotes_case_and_width(typed: str, expected: str) -> None:
    assert matches(typed, expected, kind="text")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("newbatch", "new batch"), ("-1", "1"), ("x", "y"), ("a.b", "ab"), ("batch new", "new batch"), ("1.", "10")],
)
def test_text_of_another_meaning_does_not_match(typed: str, expected: str) -> None:
    assert not matches(typed, expected, kind="text")


def test_any_accepted_answer_is_right() -> None:
    assert matches("3x8", "(3, 8)", kind="text", accept=("3x8",))
    assert matches("当前批次", "new batch", kind="text", accept=("mini-batch", "当前批次"))
    assert not matches("8x3", "(3, 8)", kind="text", accept=("3x8",))


@pytest.mark.parametrize(
    ("expected", "kind"),
    [
        ("(3, 8)", "shape"), ("torch.Size([2])", "shape"), ("0.1", "number"), ("1/p", "text"), ("[2, 1]", "list"),
        ("True", "text"), ("new batch", "text"), ("(N, C)", "text"), ("-1", "number"), ("inf", "number"),
        ("`(3, 8)`", "shape"), ("x[0]", "text"),
    ],
)  # fmt: skip
def test_the_expected_answer_says_how_it_wants_to_be_compared(expected: str, kind: str) -> None:
    assert guess_kind(expected) == kind


def test_a_pasted_book_is_cut_short_rather_than_read() -> None:
    assert not matches("9" * 5_000_000, "(9,)", kind="shape")
