"""``quizzer stats`` in a terminal: one section after another; in plain pages a line for each figure, and no plots."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len
from rich.text import Text as RichText

from quizzer.domain.statistics import MATURE_DAYS, Unit
from quizzer.reports import stats_rows
from quizzer.reports.card_page import paragraph, sentence
from quizzer.reports.card_wrap import wrap
from quizzer.reports.stats_plots import bar, columns, heat_map
from quizzer.reports.stats_words import say
from quizzer.reports.tables import GAP, NARROWEST, pairs, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizzer.domain.statistics import Histogram, Statistics
    from quizzer.reports.card_page import PageStyle
    from quizzer.reports.stats_rows import Rows

_BAR_CELLS = 30
_MOST_MISCONCEPTIONS = 12
_LABEL_EVERY = {Unit.DAY: 7, Unit.WEEK: 7, Unit.MONTH: 4, Unit.YEAR: 2}

Section: TypeAlias = tuple[str, list[RichText]]


def stats_page(found: Statistics, *, style: PageStyle) -> list[RichText]:
    """The page, for eyes or for a screen reader."""
    lines = pairs(list(stats_rows.standing_rows(found, language=style.language)), style=style)
    if not found.by_day:
        return [*lines, RichText(), *sentence(say(style.language, "nothing_yet"), style=style)]
    for heading, body in _sections(found, style=style):
        lines += [RichText(), RichText(heading, style="bold"), *body]
    return lines


def _sections(found: Statistics, *, style: PageStyle) -> Iterator[Section]:
    language, days = style.language, found.days
    yield say(language, "year"), _year(found, style=style)
    yield say(language, "forecast", days=len(found.overview.forecast)), _forecast(found, style=style)
    yield stats_rows.course_heading(found, language=language), _course(found, style=style)
    yield say(language, "true_retention"), _retention(found, style=style)
    yield stats_rows.retention_heading(found, language=language), _retention_course(found, style=style)
    yield from _group_sections(found, style=style)
    yield say(language, "by_button", days=days), _rows(stats_rows.buttons_rows(found.window, language), style=style)
    yield say(language, "stability"), _distribution(found.stability, style=style)
    yield say(language, "difficulty"), _distribution(found.difficulty, style=style)
    yield say(language, "misconceptions"), _misconceptions(found, style=style)


def _year(found: Statistics, *, style: PageStyle) -> list[RichText]:
    language = style.language
    summary = sentence(stats_rows.year_text(found, language=language), style=style)
    if style.plain:
        return [*summary, *pairs(list(stats_rows.month_rows(found, language=language)), style=style)]
    answers = {day: tally.answers for day, tally in found.by_day.items()}
    return [*heat_map(answers, today=found.overview.today, style=style), *summary]


def _forecast(found: Statistics, *, style: PageStyle) -> list[RichText]:
    language, forecast = style.language, found.overview.forecast
    if not any(forecast):
        return sentence(say(language, "forecast_none"), style=style)
    total = [(say(language, "forecast_total"), str(sum(forecast)))]
    if style.plain:
        rows = [(day, str(number)) for day, number in stats_rows.forecast_rows(found, language=language)]
        return pairs(total + rows, style=style)
    today = found.overview.today
    labels = {
        ahead: stats_rows.day_name(today + ahead)[5:] for ahead in range(0, len(forecast), _LABEL_EVERY[Unit.DAY])
    }
    return [*columns(forecast, labels, style=style), *pairs(total, style=style)]


def _course(found: Statistics, *, style: PageStyle) -> list[RichText]:
    rows = list(stats_rows.spent_rows(found, language=style.language))
    names = stats_rows.span_names(found.course, found.course_unit)
    numbers = [span.tally.answers for span in found.course]
    if style.plain:
        rows += [(name, str(number)) for name, number in zip(names, numbers, strict=True) if number]
        return pairs(rows, style=style)
    labels = stats_rows.short_names(names)
    shown = {place: labels[place] for place in range(0, len(labels), _LABEL_EVERY[found.course_unit])}
    return [*columns(numbers, shown, style=style), *pairs(rows, style=style)]


def _retention(found: Statistics, *, style: PageStyle) -> list[RichText]:
    language = style.language
    note = sentence(say(language, "retention_note", days=MATURE_DAYS), style=style, text_style="dim")
    return [*_rows(stats_rows.recent_rows(found, language), style=style), *note]


def _retention_course(found: Statistics, *, style: PageStyle) -> list[RichText]:
    headings, rows = stats_rows.retention_course_rows(found, style.language)
    if not rows:
        return sentence(say(style.language, "retention_none"), style=style)
    return _rows((headings, rows), style=style)


def _group_sections(found: Statistics, *, style: PageStyle) -> Iterator[Section]:
    language, days = style.language, found.days
    # One deck has few topics, all of them together too many for a terminal: there the weakest speak for them.
    if found.deck is None:
        yield say(language, "by_deck", days=days), _rows(stats_rows.deck_rows(found, language), style=style)
    else:
        yield say(language, "by_topic", days=days), _rows(stats_rows.topic_rows(found, language), style=style)
    yield say(language, "by_kind", days=days), _rows(stats_rows.kind_rows(found, language), style=style)
    weakest = _rows(stats_rows.weakest_rows(found, language), style=style)
    nothing = sentence(say(language, "weakest_none"), style=style)
    yield say(language, "weakest", days=days), weakest if found.weakest else nothing


def _distribution(shown: Histogram, *, style: PageStyle) -> list[RichText]:
    language = style.language
    if shown.median is None:
        return sentence(say(language, "none_learned"), style=style)
    rows = [(name, _counted(number, max(shown.counts), style=style)) for name, number in stats_rows.bins(shown)]
    return pairs([*rows, (say(language, "median"), f"{shown.median:.1f}")], style=style)


def _counted(number: int, most: int, *, style: PageStyle) -> str:
    if style.plain:
        return str(number)
    return f"{number:>{len(str(most))}} {bar(number, most, cells=_BAR_CELLS)}".rstrip()


def _misconceptions(found: Statistics, *, style: PageStyle) -> list[RichText]:
    language = style.language
    if not found.misconceptions:
        return sentence(say(language, "misconceptions_none"), style=style)
    shown = found.misconceptions[:_MOST_MISCONCEPTIONS]
    headings, rows = stats_rows.misconception_rows(shown, language)
    lines = _rows((headings[:-1], [row[:-1] for row in rows]), style=style)
    for one, row in zip(shown, rows, strict=True):
        if one.held and one.feedback is not None:
            lines += _told(row[0], row[-1], style=style)
    more = len(found.misconceptions) - len(shown)
    return [*lines, *(sentence(say(language, "misconceptions_more", count=more), style=style) if more > 0 else [])]


def _told(name: str, feedback: str, *, style: PageStyle) -> list[RichText]:
    """What is true instead of a misconception that is still held."""
    return paragraph(say(style.language, "pair", name=name, value=feedback), style=style)


def _rows(shown: Rows, *, style: PageStyle) -> list[RichText]:
    """The rows as a table; in plain pages, and where a table has no room, one after another with every cell named."""
    headings, rows = shown
    if not style.plain and _table_cells(shown) <= style.usable:
        return table(headings, rows, wrapped=0, numbers=frozenset(range(1, len(headings))), style=style)
    lines = []
    for name, *cells in rows:
        named = [f"{heading} {cell}" for heading, cell in zip(headings[1:], cells, strict=True) if cell != "-"]
        line = RichText(f"{name}: {', '.join(named) or '-'}")
        lines += [line] if style.plain else wrap(line, style.usable)
    return lines


def _table_cells(shown: Rows) -> int:
    """How wide a table must be at least, its first column wrapped."""
    headings, rows = shown
    _, *others = (max(map(cell_len, column)) for column in zip(headings, *rows, strict=True))
    return NARROWEST + sum(others) + len(GAP) * len(others)
