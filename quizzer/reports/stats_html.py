"""``quizzer stats --html``: the statistics as one page that needs nothing else: no network, no script, no other file.

The page is HTML and well-formed XML at once. Each plot is followed by the table of its figures.
"""

from __future__ import annotations

import re
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from quizzer.domain.memory import Rating
from quizzer.domain.statistics import MATURE_DAYS
from quizzer.reports import stats_rows, stats_svg
from quizzer.reports.html_frame import framed
from quizzer.reports.stats_rows import RATING_WORDS
from quizzer.reports.stats_svg import Series
from quizzer.reports.stats_words import say, spent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quizzer.domain.review import Retention
    from quizzer.domain.statistics import Histogram, Statistics
    from quizzer.reports.stats_rows import Rows

_CODE = re.compile(r"`([^`]+)`")


def stats_html(found: Statistics, *, language: str) -> str:
    """The whole page."""
    sections = list(_sections(found, language))
    day = date.fromordinal(found.overview.today).isoformat()
    scope = say(language, "of_all") if found.deck is None else say(language, "of_deck", deck=found.deck)
    links = "".join(f'<li><a href="#{name}">{escape(say(language, f"nav_{name}"))}</a></li>' for name, _, _ in sections)
    bodies = "\n".join(
        f'<section id="{name}" aria-labelledby="{name}-heading">'
        f'<h2 id="{name}-heading">{escape(heading)}</h2>{body}</section>'
        for name, heading, body in sections
    )
    body = f"""<header>
<h1>{escape(say(language, "page_title"))}</h1>
<p>{escape(say(language, "page_made", date=day))} · {escape(scope)}</p>
</header>
<nav aria-label="{escape(say(language, "sections"))}"><ul>{links}</ul></nav>
<main>
{bodies}
</main>"""
    return framed(body, title=f"{say(language, 'page_title')}, {day}", language=language)


def _sections(found: Statistics, language: str) -> Iterator[tuple[str, str, str]]:
    """The id, the heading and the body of each section."""
    days = found.days
    yield "standing", say(language, "where_you_stand"), _standing(found, language)
    if not found.by_day:
        return
    yield "year", say(language, "year"), _year(found, language)
    yield "forecast", say(language, "forecast", days=len(found.overview.forecast)), _forecast(found, language)
    yield "course", stats_rows.course_heading(found, language=language), _course(found, language)
    yield "retention", say(language, "true_retention"), _retention(found, language)
    yield "decks", say(language, "by_deck", days=days), _decks(found, language)
    yield "kinds", say(language, "by_kind", days=days), _table(stats_rows.kind_rows(found, language))
    yield "weakest", say(language, "weakest", days=days), _weakest(found, language)
    yield "topics", say(language, "by_topic", days=days), _folded(stats_rows.topic_rows(found, language), language)
    yield "buttons", say(language, "by_button", days=days), _table(stats_rows.buttons_rows(found.window, language))
    yield "stability", say(language, "stability"), _distribution(found.stability, "stability", language)
    yield "difficulty", say(language, "difficulty"), _distribution(found.difficulty, "difficulty", language)
    yield "misconceptions", say(language, "misconceptions"), _misconceptions(found, language)


def _standing(found: Statistics, language: str) -> str:
    figures = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value in stats_rows.standing_rows(found, language=language)
    )
    nothing = "" if found.by_day else f'<p class="note">{escape(say(language, "nothing_yet"))}</p>'
    return f'<dl class="figures">{figures}</dl>{nothing}'


def _year(found: Statistics, language: str) -> str:
    told = stats_rows.year_text(found, language=language)
    plot = stats_svg.heat_map(
        {day: tally.answers for day, tally in found.by_day.items()},
        today=found.overview.today,
        months=say(language, "months").split(),
        weekdays=say(language, "weekdays").split(),
        title=_pair(language, say(language, "year"), told),
    )
    squares = [("", f"heat{level}") for level in range(stats_svg.HEAT_LEVELS + 1)]
    squares[0] = (say(language, "less"), "heat0")
    squares[-1] = (say(language, "more"), squares[-1][1])
    rows = [
        (
            stats_rows.day_name(day),
            str(tally.answers),
            str(tally.right),
            spent(tally.duration_s, language=language),
        )
        for day, tally in reversed(list(found.by_day.items()))
    ]
    headings = [say(language, key) for key in ("day_of", "answers", "right", "spent")]
    return _figure(plot, told, legend=_legend(squares), newest=True) + _folded((headings, rows), language)


def _forecast(found: Statistics, language: str) -> str:
    today, forecast = found.overview.today, found.overview.forecast
    names = [stats_rows.day_name(today + ahead) for ahead in range(len(forecast))]
    heading = say(language, "forecast", days=len(forecast))
    total = _pair(language, say(language, "forecast_total"), str(sum(forecast)))
    due = Series(say(language, "due"), "one", forecast)
    plot = stats_svg.columns([due], stats_rows.short_names(names), title=_pair(language, heading, total))
    rows = [(name, str(number)) for name, number in zip(names, forecast, strict=True)]
    headings = [say(language, "day_of"), say(language, "due")]
    return _figure(plot, total) + _folded((headings, rows), language)


def _course(found: Statistics, language: str) -> str:
    names = stats_rows.span_names(found.course, found.course_unit)
    short = stats_rows.short_names(names)
    words = {rating: say(language, RATING_WORDS[rating]) for rating in Rating}
    stacked = [
        Series(words[rating], RATING_WORDS[rating], [span.tally.rated(rating) for span in found.course])
        for rating in Rating
    ]
    spent_on = stats_rows.spent_rows(found, language=language)
    told = say(language, "and_then").join(_pair(language, name, value) for name, value in spent_on)
    plot = stats_svg.columns(
        stacked, short, title=_pair(language, stats_rows.course_heading(found, language=language), told)
    )
    rows = [
        (
            name,
            *(str(span.tally.rated(rating)) for rating in Rating),
            str(span.tally.answers),
            spent(span.tally.duration_s, language=language),
        )
        for name, span in zip(names, found.course, strict=True)
    ]
    first = say(language, f"{found.course_unit.value}_of")
    headings = [first, *words.values(), say(language, "answers"), say(language, "spent")]
    legend = _legend((series.name, series.look) for series in stacked)
    return _figure(plot, told, legend=legend) + _folded((headings, rows), language)


def _retention(found: Statistics, language: str) -> str:
    recent = _table(stats_rows.recent_rows(found, language))
    note = f'<p class="note">{escape(say(language, "retention_note", days=MATURE_DAYS))}</p>'
    headings, rows = stats_rows.retention_course_rows(found, language)
    if not rows:
        return recent + note
    heading = stats_rows.retention_heading(found, language=language)
    spans, unit = stats_rows.retention_course(found)
    series = [
        Series(say(language, "phase_young"), "young", [_percent(span.tally.young) for span in spans]),
        Series(say(language, "phase_mature"), "mature", [_percent(span.tally.mature) for span in spans]),
    ]
    plot = stats_svg.lines(series, stats_rows.span_names(spans, unit), title=heading)
    legend = _legend((one.name, one.look) for one in series)
    return recent + note + _figure(plot, heading, legend=legend) + _folded((headings, rows), language)


def _percent(kept: Retention) -> float | None:
    return None if kept.rate is None else 100 * kept.rate


def _decks(found: Statistics, language: str) -> str:
    bars = [
        (
            group.name,
            group.learned,
            group.cards,
            f"{group.learned}/{group.cards}",
        )
        for group in found.decks
    ]
    told = f"{say(language, 'cards_learned')}/{say(language, 'cards')}"
    plot = stats_svg.bars(bars, title=_pair(language, say(language, "deck"), told))
    return _figure(plot, told) + _table(stats_rows.deck_rows(found, language))


def _weakest(found: Statistics, language: str) -> str:
    if not found.weakest:
        return f"<p>{escape(say(language, 'weakest_none'))}</p>"
    return _table(stats_rows.weakest_rows(found, language))


def _distribution(shown: Histogram, name: str, language: str) -> str:
    if shown.median is None:
        return f"<p>{escape(say(language, 'none_learned'))}</p>"
    bins = stats_rows.bins(shown)
    told = _pair(language, say(language, "median"), f"{shown.median:.1f}")
    cards = Series(say(language, "cards"), "one", shown.counts)
    plot = stats_svg.columns([cards], [edge for edge, _ in bins], title=_pair(language, say(language, name), told))
    headings = [say(language, name), say(language, "cards")]
    return _figure(plot, told) + _folded((headings, [(edge, str(number)) for edge, number in bins]), language)


def _misconceptions(found: Statistics, language: str) -> str:
    if not found.misconceptions:
        return f"<p>{escape(say(language, 'misconceptions_none'))}</p>"
    return _table(stats_rows.misconception_rows(found.misconceptions, language), words=True)


def _pair(language: str, name: str, value: str) -> str:
    return say(language, "pair", name=name, value=value)


def _figure(plot: str, told: str, *, legend: str = "", newest: bool = False) -> str:
    plotted = _scrolling(plot, told, newest=newest)
    return f"<figure>{plotted}{legend}<figcaption>{escape(told)}</figcaption></figure>"


def _scrolling(body: str, told: str, *, newest: bool = False) -> str:
    # What scrolls must take the focus, or no keyboard reaches its end; and what takes the focus must have a name.
    look = "scroll newest" if newest else "scroll"
    return f'<div class="{look}" role="group" tabindex="0" aria-label="{escape(told)}">{body}</div>'


def _legend(entries: Iterable[tuple[str, str]]) -> str:
    square = '<svg viewBox="0 0 10 10" aria-hidden="true"><rect class="{}" width="10" height="10" rx="2"></rect></svg>'
    items = "".join(f"<li>{square.format(look)}{escape(name)}</li>" for name, look in entries)
    return f'<ul class="legend">{items}</ul>'


def _folded(shown: Rows, language: str) -> str:
    """A table that is opened on request: a plot shows the same."""
    return f"<details><summary>{escape(say(language, 'as_table'))}</summary>{_table(shown)}</details>"


def _table(shown: Rows, *, words: bool = False) -> str:
    """A table; ``words``: its last column holds sentences of Markdown."""
    headings, rows = shown
    *names, last = (f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    if words:
        last = last.replace("<th", '<th class="words"')
    body = "".join(_row(row, words=words) for row in rows)
    look = ' class="prose"' if words else ""
    table = f"<table{look}><thead><tr>{''.join(names)}{last}</tr></thead><tbody>{body}</tbody></table>"
    return _scrolling(table, headings[0])


def _row(cells: Sequence[str], *, words: bool) -> str:
    first, *others = cells
    shown = [f"<td>{escape(cell)}</td>" for cell in others]
    if words:
        feedback = _CODE.sub(r"<code>\1</code>", escape(others[-1]))
        shown[-1] = f'<td class="words">{feedback}</td>'
    return f'<tr><th scope="row">{escape(first)}</th>{"".join(shown)}</tr>'
