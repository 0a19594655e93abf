"""``quizzer deck preview --html``: the cards of a deck as a web page, each language that it is in beside the other."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.domain.card import CardKind, Choice, ExerciseRef
from quizzer.reports.html_frame import framed
from quizzer.reports.markdown_html import code_html, to_html
from quizzer.reports.preview_words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quizzer.domain.card import Card, Deck
    from quizzer.domain.preview import Preview
    from quizzer.domain.question import Question

PREVIEW_SHEET = Path(__file__).with_name("preview_page.css")
_LINES_OF_CODE = (CardKind.ORDER, CardKind.BUG)


def preview_html(
    deck: Deck, cards: Sequence[Mapping[str, Preview]], *, language: str, reload_s: int | None = None
) -> str:
    """The whole page; each card is given in one or more languages, and ``language`` is that of the page around them."""
    title = deck.title.in_(language)
    links = "".join(f'<li><a href="#{_anchor(card)}">{escape(_short(card))}</a></li>' for card in map(_card, cards))
    counted = say(language, "cards", count=len(cards), version=deck.version)
    body = f"""<header>
<h1>{escape(title)}</h1>
<p>{escape(deck.description.in_(language))}</p>
<p>{escape(counted)}</p>
</header>
<nav aria-label="{escape(say(language, "nav"))}"><details><summary>{escape(say(language, "nav"))}</summary>\
<ul>{links}</ul></details></nav>
<main>
{chr(10).join(_article(card) for card in cards)}
</main>"""
    return _page(body, title=title, language=language, reload_s=reload_s)


def problems_html(problems: Sequence[str], *, title: str, language: str, reload_s: int | None = None) -> str:
    """The page of a deck that cannot be shown: what is wrong with it, a line each."""
    listed = escape("\n".join(problems))
    heading = escape(say(language, "problems"))
    body = f'<main><section class="problems"><h2>{heading}</h2><pre>{listed}</pre></section></main>'
    return _page(body, title=title, language=language, reload_s=reload_s)


def _page(body: str, *, title: str, language: str, reload_s: int | None) -> str:
    style = PREVIEW_SHEET.read_text(encoding="utf-8")
    return framed(body, title=title, language=language, style=style, reload_s=reload_s)


def _card(card: Mapping[str, Preview]) -> Card:
    return next(iter(card.values())).question.card


def _short(card: Card) -> str:
    return card.id.partition("/")[2]


def _anchor(card: Card) -> str:
    # The number of a cloze stands behind a '#', which would end an address.
    return escape(_short(card).replace("#", "."))


def _article(shown: Mapping[str, Preview]) -> str:
    card = _card(shown)
    versions = "".join(
        f'<div class="version" lang="{language}">{_question(one.question)}{_answer(one, language)}</div>'
        for language, one in shown.items()
    )
    heading = f"{escape(_short(card))} <small>{escape(card.topic)} · {card.kind.value}</small>"
    return (
        f'<article id="{_anchor(card)}"><section><h2>{heading}</h2><div class="versions">{versions}</div>'
        "</section></article>"
    )


def _question(question: Question) -> str:
    body = question.card.body
    if isinstance(body, ExerciseRef):
        told = say(question.language, "exercise", id=body.exercise)
        return f'<div class="prompt"><p>{escape(told)}</p></div>'
    return f'<div class="prompt">{to_html(question.prompt)}</div>{_asked_lines(question)}'


def _asked_lines(question: Question) -> str:
    if not question.lines:
        return ""
    kind = question.card.kind
    items = (f"<code>{escape(line)}</code>" if kind in _LINES_OF_CODE else to_html(line) for line in question.lines)
    look, letters = ("asked lines" if kind in _LINES_OF_CODE else "asked"), ("1" if kind is CardKind.BUG else "a")
    return f'<ol class="{look}" type="{letters}">{"".join(f"<li>{item}</li>" for item in items)}</ol>'


def _answer(one: Preview, language: str) -> str:
    parts = "".join(f"<dt>{escape(say(language, key))}</dt><dd>{body}</dd>" for key, body in _parts(one, language))
    return f'<dl class="answer">{parts}</dl>' if parts else ""


def _parts(one: Preview, language: str) -> Iterator[tuple[str, str]]:
    if one.mark.answer_lines:
        yield "answer", code_html("\n".join(one.mark.answer_lines))
    elif one.mark.answer:
        yield "answer", f'<div class="right">{to_html(one.mark.answer)}</div>'
    told = _told(one.question, language)
    if told:
        yield "told", told
    if one.why:
        yield "why", to_html(one.why)
    if one.question.card.source:
        yield "source", to_html(one.question.card.source)


def _told(question: Question, language: str) -> str:
    """What whoever takes a wrong option is told."""
    body = question.card.body
    if not isinstance(body, Choice):
        return ""
    wrong = (
        (letter, body.options[place].feedback) for letter, place in zip(question.letters, question.places, strict=True)
    )
    items = "".join(f"<li>{letter}) {_one_line(told.in_(language))}</li>" for letter, told in wrong if told is not None)
    return f'<ul class="told">{items}</ul>' if items else ""


def _one_line(source: str) -> str:
    made = to_html(source)
    return made.removeprefix("<p>").removesuffix("</p>") if made.count("<p>") == 1 else made
