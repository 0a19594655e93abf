"""The geometry of the plots: positions and sizes are read back from the picture and compared with the numbers."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.reports.stats_svg import HIGH, WIDE, Series, bars, columns, lines

amounts = st.lists(st.integers(0, 100_000), min_size=1, max_size=60)


def picture(text: str) -> ET.Element:
    return ET.fromstring(text)


def shapes(plot: ET.Element, tag: str, look: str) -> list[ET.Element]:
    return [element for element in plot.iter(tag) if look in (element.get("class") or "").split()]


def axis(plot: ET.Element) -> list[float]:
    """The numbers at the left, from the bottom up."""
    marks = [text for text in plot.iter("text") if text.get("text-anchor") == "end"]
    return [float(mark.text.rstrip("%")) for mark in marks]


@given(amounts)
def test_columns_reach_as_far_as_the_axis_says(values):
    names = [f"{place:02}" for place in range(len(values))]

    plot = picture(columns([Series("due", "one", values)], names, title="Due"))

    scale = axis(plot)
    assert scale == sorted(scale)
    assert scale[-1] >= max(values)
    assert all(mark == int(mark) for mark in scale)
    grid = shapes(plot, "line", "grid")
    bottom, top = float(grid[0].get("y1")), float(grid[-1].get("y1"))
    for rect, value in zip(shapes(plot, "rect", "one"), [one for one in values if one], strict=True):
        expected = (bottom - top) * value / scale[-1]
        assert float(rect.get("height")) == pytest.approx(expected, abs=0.15)
        assert rect.find("title").text.endswith(f": {value:g}")


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=40))
def test_stacked_columns_are_as_high_as_their_sum(pairs):
    stacked = [Series("a", "again", [one for one, _ in pairs]), Series("b", "good", [other for _, other in pairs])]

    plot = picture(columns(stacked, [str(place) for place in range(len(pairs))], title="Answers"))

    drawn: dict[str, float] = {}
    for rect in [*shapes(plot, "rect", "again"), *shapes(plot, "rect", "good")]:
        drawn[rect.get("x")] = drawn.get(rect.get("x"), 0.0) + float(rect.get("height"))
    per_unit = 182 / axis(plot)[-1]
    sums = [one + other for one, other in pairs if one + other]
    heights = [drawn[x] for x in sorted(drawn, key=float)]
    assert heights == pytest.approx([total * per_unit for total in sums], abs=0.3)


@given(amounts)
def test_labels_do_not_run_into_one_another(values):
    names = [f"2026-03-{place % 28 + 1:02}" for place in range(len(values))]

    plot = picture(columns([Series("due", "one", values)], names, title="Due"))

    places = [float(text.get("x")) for text in plot.iter("text") if text.get("text-anchor") == "middle"]
    assert places
    assert all(later - earlier >= 66 for earlier, later in pairwise(places))


def test_a_line_is_interrupted_where_there_is_no_value():
    series = Series("young", "young", [80.0, 90.0, None, 70.0, None, 60.0, 65.0])

    plot = picture(lines([series], list("abcdefg"), title="Retention"))

    runs = [line.get("points").split() for line in shapes(plot, "polyline", "young")]
    assert [len(run) for run in runs] == [2, 2]
    points = shapes(plot, "circle", "young")
    assert [point.find("title").text for point in points] == [
        "a, young: 80 %", "b, young: 90 %", "d, young: 70 %", "f, young: 60 %", "g, young: 65 %",
    ]  # fmt: skip
    heights = [float(point.get("cy")) for point in points]
    assert sorted(range(5), key=lambda place: -heights[place]) == [3, 4, 2, 0, 1]


@pytest.mark.parametrize(("least", "bottom"), [(99.0, 80), (80.0, 80), (79.0, 60), (35.0, 20), (0.0, 0)])
def test_the_axis_of_percentages_begins_at_a_multiple_of_twenty_below_all(least, bottom):
    plot = picture(lines([Series("young", "young", [least, 100.0])], ["a", "b"], title="Retention"))

    scale = axis(plot)

    assert (scale[0], scale[-1]) == (bottom, 100)
    assert all(mark == int(mark) for mark in scale)


def test_a_bar_is_filled_as_far_as_its_part():
    rows = [("layers", 30, 40, "30/40"), ("losses", 0, 20, "0/20"), ("empty", 0, 0, "0/0")]

    plot = picture(bars(rows, title="Decks"))

    whole = [float(rect.get("width")) for rect in shapes(plot, "rect", "whole")]
    part = [float(rect.get("width")) for rect in shapes(plot, "rect", "part")]
    assert [width / whole[0] for width in whole] == pytest.approx([1, 0.5, 0], abs=0.01)
    assert [width / whole[0] for width in part] == pytest.approx([0.75, 0, 0], abs=0.01)
    texts = [text.text for text in plot.iter("text")]
    assert texts == ["layers", "30/40", "losses", "0/20", "empty", "0/0"]


@pytest.mark.parametrize(
    "plot",
    [
        columns([Series("due", "one", [])], [], title="Nothing"),
        columns([Series("due", "one", [0, 0])], ["a", "b"], title="Nothing"),
        lines([Series("young", "young", [None])], ["a"], title="Nothing"),
        bars([], title="Nothing"),
    ],
)
def test_a_plot_of_nothing_is_empty_and_whole(plot):
    parsed = picture(plot)

    assert parsed.get("aria-label") == "Nothing"
    assert shapes(parsed, "rect", "one") == []
    assert list(parsed.iter("polyline")) == []


def test_a_picture_says_its_size_and_its_name_is_no_markup():
    plot = picture(columns([Series("<due>", "one", [1])], ['a "b"'], title='<Due> & "more"'))

    assert plot.get("viewBox") == f"0 0 {WIDE} {HIGH}"
    assert plot.get("aria-label") == '<Due> & "more"'
    assert plot.find("rect/title").text == 'a "b": 1'
