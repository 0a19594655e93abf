"""Cards of quizzer made of Anki's notes, note types and templates."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from quizzer.domain.card import Basic, Body, Card, Cloze, Deck, Topic, TopicId
from quizzer.domain.exchange import SkipReason
from quizzer.domain.text import Text
from quizzer.interchange import clozes
from quizzer.interchange.html_markdown import AS_IT_IS, clean, markdown
from quizzer.interchange.names import card_id, note_id
from quizzer.interchange.templates import cloze_field, fill, question_and_answer

if TYPE_CHECKING:
    from quizzer.domain.card import DeckId
    from quizzer.interchange.collection import RawNote
    from quizzer.interchange.note_types import NoteType

PROGRAM = "anki"
MAX_TEXT = 20_000
"""As long as a text of a deck file may be."""
MAX_HTML = 100_000
_MAX_TAGS = 50
_MAX_TAG = 200
_NAME_LENGTH = 60
_SHOWN_HTML = 2000


class SkipCard(Exception):  # noqa: N818 - not an error: a card that is left out, and why
    """This card cannot be brought in."""

    def __init__(self, reason: SkipReason) -> None:
        super().__init__(reason)
        self.reason = reason


def foreign_card(note: RawNote, *, number: int, kind: NoteType, deck: DeckId, source: str, html: bool = True) -> Card:
    """The card that template or deletion ``number`` (from 0) makes of a note; SkipCard where it makes none.

    Fields are HTML, or else Markdown that stands for itself.
    """
    if kind.occlusion:
        raise SkipCard(SkipReason.IMAGE_OCCLUSION)
    if sum(map(len, note.fields)) > MAX_HTML:
        raise SkipCard(SkipReason.TOO_LONG)
    fields = {name: clozes.without_markers(text) for name, text in zip(kind.fields, note.fields, strict=False)}
    if not html:
        fields = {name: _as_html(text) for name, text in fields.items()}
    body, why = _cloze(fields, number=number, kind=kind) if kind.cloze else _basic(fields, number=number, kind=kind)
    note_key = note_id(note.guid, program=PROGRAM)
    return Card(
        id=card_id(note_key, number=number + 1, alone=not kind.cloze and number == 0),
        note=note_key,
        deck=deck,
        topic=TopicId(deck),
        body=body,
        why=Text.of(why) if why else Text(()),
        source=source,
        tags=tags_of(note.tags),
        guid=note.guid,
    )


def foreign_deck(deck: DeckId, title: str, *, source: str) -> Deck:
    """A deck as it can be made of another program's: its name, and one topic for all of its cards."""
    return Deck(
        id=deck,
        version="1",
        title=Text.of(title),
        description=Text.of(f"From {source}"),
        licence="unknown",
        topics=(Topic(TopicId(deck)),),
        cards=(),
    )


def first_words(text: str) -> str:
    """The beginning of a text, to know it by."""
    words = " ".join(clean(markdown(text[:_SHOWN_HTML])).split())
    return words[:_NAME_LENGTH] + ("…" if len(words) > _NAME_LENGTH else "") or "?"


def tags_of(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Tags as cards have them: visible, each once."""
    cleaned = (clean(tag).strip()[:_MAX_TAG] for tag in tags)
    return tuple(dict.fromkeys(tag for tag in cleaned if tag))[:_MAX_TAGS]


def text_of(html: str) -> str:
    """HTML as a card's text; SkipCard if it is too long."""
    text = clean(markdown(html)).strip()
    if len(text) > MAX_TEXT:
        raise SkipCard(SkipReason.TOO_LONG)
    return text


def cloze_body(html: str, number: int) -> Cloze:
    """The card of deletion ``number`` (from 1) of a field; SkipCard if there is nothing to ask."""
    marked = clozes.marked(html, number)
    text = clean(clozes.unmarked(markdown(marked))).strip()
    if len(text) > MAX_TEXT:
        raise SkipCard(SkipReason.TOO_LONG)
    if not clozes.asks(text, number):
        raise SkipCard(SkipReason.EMPTY)
    return Cloze(Text.of(text), number)


def _basic(fields: dict[str, str], *, number: int, kind: NoteType) -> tuple[Body, str]:
    if number not in kind.templates:
        raise SkipCard(SkipReason.NO_NOTE_TYPE)
    question, answer = question_and_answer(*kind.templates[number], fields)
    prompt, back = text_of(question), text_of(answer)
    if not prompt or not back:
        raise SkipCard(SkipReason.EMPTY)
    return Basic(Text.of(prompt), Text.of(back)), ""


def _cloze(fields: dict[str, str], *, number: int, kind: NoteType) -> tuple[Body, str]:
    question, answer = kind.templates.get(0, ("", ""))
    name = cloze_field(question)
    if name is None or name not in fields:
        raise SkipCard(SkipReason.NO_FIELD)
    others = {key: text for key, text in fields.items() if key != name}
    return cloze_body(fields[name], number + 1), text_of(fill(answer, others))


def _as_html(text: str) -> str:
    """Plain text as HTML that reads back as the same text, its lines and spaces kept."""
    return f"<{AS_IT_IS}>{escape(text, quote=False)}</{AS_IT_IS}>"
