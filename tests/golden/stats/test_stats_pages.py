"""The statistics as they are printed, byte for byte: two languages, two widths, with colour, without, and plain.

To accept a change, run with QUIZZER_UPDATE_GOLDEN=1 and read the diff.
"""

from __future__ import annotations

import io
import os
from datetime import UTC, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from rich.console import Console

from quizzer.reports.card_page import PageStyle
from quizzer.reports.stats_view import stats_page
from quizzer.services.statistics import statistics
from quizzer.storage.store import open_store
from small_year import OPTIONS, TODAY_AT, write_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizzer.domain.statistics import Statistics
    from quizzer.storage.store import Store

PAGES = Path(__file__).parent / "pages"
LOOKS = {
    "80": {"width": 80},
    "120": {"width": 120},
    "plain": {"width": 80, "plain": True},
}
CASES = {
    "month": {},
    "ten-years": {"days": 3650},
    "year-of-a-deck": {"deck": "mini-layers", "days": 365},
}
BOXES = "█▓▒░▁▂▃▄▅▆▇▏▎▍▌▋▊▉│┤└─"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("year") / "quizzer.db") as opened:
        write_year(opened)
        yield opened


def figures(store: Store, case: str) -> Statistics:
    return statistics(store, now=TODAY_AT, zone=UTC, options=OPTIONS, **CASES[case])


def printed(found: Statistics, style: PageStyle, *, colour: bool) -> str:
    """What reaches the terminal; with colour, its escape sequences too."""
    output = io.StringIO()
    console = Console(
        file=output,
        width=style.width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        legacy_windows=False,
    )
    for line in stats_page(found, style=style):
        console.print(line, soft_wrap=True)
    return output.getvalue()


def check(name: str, page: str) -> None:
    path = PAGES / f"{name}.txt"
    if os.environ.get("QUIZZER_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(page, encoding="utf-8")
    assert page == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("case", CASES)
def test_the_statistics_look_as_agreed(store: Store, case: str, look: str, language: str) -> None:
    style = PageStyle(language=language, colour=False, **LOOKS[look])

    check(f"{case}.{language}.{look}", printed(figures(store, case), style, colour=False))


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("look", ["80", "120"])
def test_colour_is_added_to_the_same_characters(store: Store, look: str, language: str) -> None:
    from rich.text import Text as RichText

    style = PageStyle(language=language, **LOOKS[look])

    coloured = printed(figures(store, "month"), style, colour=True)

    check(f"month.{language}.{look}.colour", coloured)
    bare = printed(figures(store, "month"), style, colour=False)
    assert RichText.from_ansi(coloured).plain.splitlines() == bare.splitlines()
    assert "\x1b[32m" in coloured


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("case", CASES)
def test_no_line_of_the_statistics_is_wider_than_the_terminal(
    store: Store, case: str, width: int, language: str
) -> None:
    lines = printed(figures(store, case), PageStyle(width, language), colour=False).splitlines()

    assert [line for line in lines if cell_len(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_a_plain_page_has_no_plot_and_every_figure_of_the_plots_in_words(store: Store, language: str) -> None:
    found = figures(store, "month")

    page = printed(found, PageStyle(80, language, plain=True), colour=False)

    assert not set(page) & set(BOXES)
    assert "\x1b" not in page
    due = [number for number in found.overview.forecast if number]
    assert sum(line.endswith(f": {number}") for number in set(due) for line in page.splitlines()) >= len(due)
    assert (
        f"2026-02: {sum(month.since <= day <= month.until for month in found.months[-2:-1] for day in found.by_day)}"
        in (page if language == "en" else page.replace("：", ": "))
    )


@pytest.mark.parametrize("look", ["80", "plain"])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_who_has_answered_nothing_is_told_where_to_begin(tmp_path: Path, look: str, language: str) -> None:
    with open_store(tmp_path / "quizzer.db") as store:
        write_year(store, days=0)
        found = statistics(store, now=TODAY_AT - timedelta(days=1), zone=UTC, options=OPTIONS)

    page = printed(found, PageStyle(language=language, colour=False, **LOOKS[look]), colour=False)

    check(f"nothing-yet.{language}.{look}", page)
    assert "quizzer study" in page
