"""The web page of the statistics: well-formed, alone in the world, and readable without seeing a plot."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from quizzer.domain.memory import Rating
from quizzer.domain.statistics import Group, Tally
from quizzer.domain.text import Text
from quizzer.reports.html_frame import STYLE_SHEET
from quizzer.reports.stats_html import stats_html
from quizzer.services.statistics import statistics
from quizzer.storage.store import open_store
from small_year import OPTIONS, TODAY_AT, write_year

if TYPE_CHECKING:
    from quizzer.domain.statistics import Statistics

LANGUAGES = ["en", "zh-CN"]
WINDOWS = [30, 365]


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Statistics]:
    """The same year with a short and a long window."""
    with open_store(tmp_path_factory.mktemp("year") / "quizzer.db") as store:
        write_year(store)
        return {days: statistics(store, now=TODAY_AT, zone=UTC, options=OPTIONS, days=days) for days in WINDOWS}


def parsed(found: Statistics, language: str = "en") -> ET.Element:
    return ET.fromstring(stats_html(found, language=language))


def table_of(page: ET.Element, section: str) -> list[list[str]]:
    """The cells of the last table of a section, row by row, headings left out."""
    tables = page.findall(f".//section[@id='{section}']//table")
    return [["".join(cell.itertext()) for cell in row] for row in tables[-1].findall("./tbody/tr")]


def rects(page: ET.Element, section: str, look: str) -> list[ET.Element]:
    plots = page.findall(f".//section[@id='{section}']//svg[@role='img']")
    return [rect for plot in plots for rect in plot.iter("rect") if rect.get("class") == look]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("days", WINDOWS)
def test_the_page_is_well_formed_and_refers_to_nothing_outside(figures, days, language):
    text = stats_html(figures[days], language=language)
    page = ET.fromstring(text)

    assert page.get("lang") == language
    assert "://" not in text
    assert "url(" not in text
    assert "@import" not in text
    used = {element.tag for element in page.iter()}
    assert used.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "form", "image", "use", "base"})
    links = {value for element in page.iter() for name, value in element.items() if name in ("href", "src")}
    assert links == {f"#{section.get('id')}" for section in page.iter("section")}
    assert not [name for element in page.iter() for name, _ in element.items() if name.startswith("on")]
    policy = page.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plot_has_a_title_and_a_table_beside_it(figures, language):
    page = parsed(figures[30], language)

    for section in page.iter("section"):
        plots = section.findall(".//svg[@role='img']")
        assert all(plot.get("aria-label") for plot in plots)
        assert not plots or section.find(".//table") is not None, section.get("id")
    sections = [
        section.get("id") for section in page.iter("section") if section.find(".//svg[@role='img']") is not None
    ]
    assert sections == ["year", "forecast", "course", "retention", "decks", "stability", "difficulty"]


def test_whoever_uses_a_keyboard_or_a_screen_reader_reaches_everything(figures):
    page = parsed(figures[30])

    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {element.get("aria-labelledby") for element in page.iter("section")} <= set(ids)
    scrolled = [element for element in page.iter("div") if "scroll" in (element.get("class") or "")]
    assert all(element.get("tabindex") == "0" and element.get("aria-label") for element in scrolled)
    assert all(row[0].get("scope") == "row" for table in page.iter("tbody") for row in table)
    assert all(head.get("scope") == "col" for table in page.iter("thead") for head in table.iter("th"))


def test_the_tables_say_what_the_figures_are(figures):
    found = figures[30]
    page = parsed(found)

    assert [int(due) for _, due in table_of(page, "forecast")] == list(found.overview.forecast)
    course = table_of(page, "course")
    assert [[int(cell) for cell in row[1:6]] for row in course] == [
        [*(span.tally.rated(rating) for rating in Rating), span.tally.answers] for span in found.course
    ]
    assert [int(cards) for _, cards in table_of(page, "stability")] == list(found.stability.counts)
    assert [int(cards) for _, cards in table_of(page, "difficulty")] == list(found.difficulty.counts)
    assert [row[0] for row in table_of(page, "weakest")] == [group.name for group in found.weakest]
    assert [row[0] for row in table_of(page, "topics")] == [group.name for group in found.topics]
    assert {row[0]: int(row[1]) for row in table_of(page, "year")} == {
        date.fromordinal(day).isoformat(): tally.answers for day, tally in found.by_day.items()
    }


def test_the_heat_map_has_a_square_for_each_day_of_the_year(figures):
    found = figures[30]
    page = parsed(found)

    squares = [square for level in range(5) for square in rects(page, "year", f"heat{level}")]

    assert len(squares) == 365
    idle = rects(page, "year", "heat0")
    year = found.recent[-1]
    assert len(idle) == 365 - sum(day >= year.since for day in found.by_day)
    told = dict(square.find("title").text.split(": ") for square in squares)
    assert sum(map(int, told.values())) == year.tally.answers
    places = {(square.get("x"), square.get("y")) for square in squares}
    assert len(places) == 365


def test_columns_are_as_high_as_their_numbers(figures):
    found = figures[30]
    page = parsed(found)

    drawn = [float(rect.get("height")) for rect in rects(page, "forecast", "one")]

    numbers = [number for number in found.overview.forecast if number]
    assert len(drawn) == len(numbers)
    assert [round(height / drawn[0] * numbers[0], 1) for height in drawn] == pytest.approx(numbers, rel=0.02)


def test_stacked_columns_touch_and_do_not_overlap(figures):
    page = parsed(figures[30])
    columns: dict[str, list[tuple[float, float]]] = {}
    for look in ("again", "hard", "good", "easy"):
        for rect in rects(page, "course", look):
            top = float(rect.get("y"))
            columns.setdefault(rect.get("x"), []).append((top, top + float(rect.get("height"))))

    assert columns
    for stack in columns.values():
        for (upper, _), (_, following) in pairwise(stack):
            assert following == pytest.approx(upper, abs=0.11)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_drawn_stays_inside_its_picture(figures, language):
    page = parsed(figures[365], language)

    for plot in page.iter("svg"):
        _, _, wide, high = map(float, plot.get("viewBox").split())
        for element in plot.iter():
            x, y = (float(element.get(name) or 0) for name in ("x", "y"))
            assert 0 <= x + float(element.get("width") or 0) <= wide + 0.1
            assert 0 <= y + float(element.get("height") or 0) <= high + 0.1


def test_every_class_that_is_used_has_a_style_and_both_schemes_have_every_colour(figures):
    css = STYLE_SHEET.read_text(encoding="utf-8")
    page = parsed(figures[30])

    used = {name for element in page.iter() for name in (element.get("class") or "").split()}

    assert {name for name in used if f".{name}" not in css} == set()
    light, dark = (re.findall(r"(--\w+):", block) for block in re.findall(r":root \{([^}]*--heat4[^}]*)\}", css))
    assert sorted(light) == sorted(dark)
    assert set(re.findall(r"var\((--\w+)\)", css)) <= set(light)
    assert "prefers-color-scheme: dark" in css
    assert "@media print" in css


def test_names_from_a_deck_cannot_become_markup(figures):
    evil = '<script>alert("1")</script>&amp;'
    group = Group(evil, None, 3, 1, Tally())
    held = replace(figures[30].misconceptions[0], topic=evil, feedback=Text.of(f"`{evil}` is {evil}"))
    groups = {"decks": (group,), "topics": (group,), "weakest": (group,)}
    found = replace(figures[30], **groups, misconceptions=(held,), deck=evil)

    page = parsed(found)

    assert page.find(".//script") is None
    assert table_of(page, "topics")[0][0] == evil
    (row,) = table_of(page, "misconceptions")
    assert (row[1], row[-1]) == (evil, f"{evil} is {evil}")
    assert [code.text for code in page.iter("code")] == [evil]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_beginner_gets_a_page_that_says_where_to_begin(tmp_path, language):
    with open_store(tmp_path / "quizzer.db") as store:
        write_year(store, days=0)
        found = statistics(store, now=TODAY_AT, zone=UTC, options=OPTIONS)

    page = parsed(found, language)

    assert [section.get("id") for section in page.iter("section")] == ["standing"]
    assert "quizzer study" in "".join(page.itertext())
