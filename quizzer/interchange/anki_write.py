"""Writing .apkg in the oldest format that has everything: schema 11, which every Anki reads, with FSRS's memory.

A field that Anki does not show holds the whole card, so that quizzer gets it back as it was (``own_cards``).
"""

from __future__ import annotations

import json
import sqlite3
import zipfile
from hashlib import sha1
from html import unescape
from typing import TYPE_CHECKING, Any

from quizzer.domain.exchange import OwnHistory
from quizzer.domain.memory import Learning, New, Relearning, Review, State
from quizzer.interchange.anki_package import OWN_TYPES
from quizzer.interchange.anki_schedule import (
    HIGHEST_DIFFICULTY,
    LOWEST_DIFFICULTY,
    STEP_KEY,
)
from quizzer.interchange.anki_schema import DECK_OPTIONS, FIELDS, TABLES, deck_json, model_json
from quizzer.interchange.headers import HEADERS_KEY, header_to_plain
from quizzer.interchange.markdown_html import to_html
from quizzer.interchange.media import as_anki_has_it, named_in
from quizzer.interchange.outgoing import notes_of
from quizzer.interchange.own_cards import packed
from quizzer.interchange.sides import sides_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quizzer.domain.exchange import Parcel
    from quizzer.domain.review import AnswerRecord
    from quizzer.interchange.outgoing import Outgoing, OutgoingNote

_DECK_ID_SPACE = 1 << 40
_EASE = 2500
_LOG_TYPES = {State.NEW: 0, State.LEARNING: 0, State.REVIEW: 1, State.RELEARNING: 2}
_ONE_STEP_LEFT = 1001
_SUSPENDED = -1


def write_package(path: Path, outgoing: Outgoing) -> int:
    """Write the deck as an .apkg file; the number of cards."""
    writer = _Writer(outgoing)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki2", writer.database())
        listed = {str(number): name for number, name in enumerate(sorted(writer.shown))}
        archive.writestr("media", json.dumps(listed))
        for member, name in listed.items():
            archive.write(outgoing.media[name], member)
    return len(outgoing.parcels)


class _Writer:
    """One deck being written into an empty collection."""

    def __init__(self, outgoing: Outgoing) -> None:
        self._out = outgoing
        self._now_s = int(outgoing.now.timestamp())
        self._deck_id = _number_of(outgoing.deck.id)
        self._model_ids = {cloze: _number_of(OWN_TYPES[cloze]) for cloze in (False, True)}
        self._log_ids: set[int] = set()
        self.shown: set[str] = set()
        """The media that cards show and that are here."""

    def database(self) -> bytes:
        connection = sqlite3.connect(":memory:")
        try:
            connection.executescript(TABLES)
            self._describe(connection)
            # Ids are milliseconds; counted up from now, they are new in any collection.
            card_id = self._now_s * 1000
            for number, note in enumerate(notes_of(self._out.parcels)):
                note_id = self._now_s * 1000 + number
                connection.execute(_insert("notes", 11), self._note(note_id, note))
                for parcel in note.parcels:
                    connection.execute(_insert("cards", 18), self._card(card_id, note_id, parcel))
                    connection.executemany(_insert("revlog", 9), self._log(card_id, parcel))
                    card_id += 1
            connection.commit()
            return connection.serialize()
        finally:
            connection.close()

    def _describe(self, connection: sqlite3.Connection) -> None:
        out = self._out
        offset = out.first_day_at.utcoffset()
        config = {
            "nextPos": len(out.parcels) + 1,
            "curDeck": 1,
            "activeDecks": [1],
            "schedVer": 2,
            "sched2021": True,
            "rollover": out.rollover_hour,
            "creationOffset": -int(offset.total_seconds() // 60) if offset is not None else 0,
            HEADERS_KEY: [header_to_plain(out.deck)],
        }
        title = out.deck.title.in_(out.language)
        models = {str(key): model_json(key, cloze=cloze, now_s=self._now_s) for cloze, key in self._model_ids.items()}
        decks = {"1": deck_json(1, "Default", "", now_s=self._now_s)}
        decks[str(self._deck_id)] = deck_json(
            self._deck_id, title, to_html(out.deck.description.in_(out.language)), now_s=self._now_s
        )
        created_s = int(out.first_day_at.timestamp())
        values = [1, created_s, self._now_s * 1000, self._now_s * 1000, 11, 0, 0, 0]
        texts = [json.dumps(one) for one in (config, models, decks, DECK_OPTIONS, {})]
        connection.execute(_insert("col", 13), [*values, *texts])

    def _note(self, note_id: int, note: OutgoingNote) -> list[Any]:
        card, language = note.card, self._out.language
        sides = sides_of(card, language=language)
        shown = [to_html(sides.question)] if note.is_cloze else [to_html(sides.question), to_html(sides.answer)]
        shown += [to_html(card.why.in_(language)), to_html(card.source)]
        if self._out.media:
            self.shown |= named_in(map(unescape, shown)) & self._out.media.keys()
            shown = [as_anki_has_it(html, self.shown) for html in shown]
        fields = [*shown, packed([parcel.card for parcel in note.parcels], shown=shown)]
        assert len(fields) == len(FIELDS[note.is_cloze])
        checksum = int(sha1(shown[0].encode()).hexdigest()[:8], 16)  # noqa: S324 - Anki's own, no secret
        tags = " ".join(tag.replace(" ", "_") for tag in card.tags)
        model = self._model_ids[note.is_cloze]
        text = "\x1f".join(fields)
        return [note_id, note.guid, model, self._now_s, -1, f" {tags} ", text, shown[0], checksum, 0, ""]

    def _card(self, card_id: int, note_id: int, parcel: Parcel) -> list[Any]:
        number = getattr(parcel.card.body, "number", 1) - 1
        columns = self._schedule(parcel, place=card_id - self._now_s * 1000 + 1)
        head = [card_id, note_id, self._deck_id, number, self._now_s, -1]
        return [*head, *columns]

    def _schedule(self, parcel: Parcel, *, place: int) -> list[Any]:
        """type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data."""
        kind, queue, *others = self._standing(parcel, place=place)
        return [kind, _SUSPENDED if parcel.suspended else queue, *others]

    def _standing(self, parcel: Parcel, *, place: int) -> list[Any]:
        history = parcel.history
        if not isinstance(history, OwnHistory) or isinstance(history.progress.schedule, New):
            return [0, 0, place, 0, 0, 0, 0, 0, 0, 0, 0, "{}"]
        progress, schedule = history.progress, history.progress.schedule
        tail = [progress.repetitions, progress.lapses]
        data = self._data(schedule, place=place)
        if isinstance(schedule, Review):
            due = schedule.due_on - self._out.first_day
            return [2, 2, due, schedule.interval_days, _EASE, *tail, 0, 0, 0, 0, data]
        kind = 1 if isinstance(schedule, Learning) else 3
        due = int(schedule.due_at.timestamp())
        return [kind, 1, due, int(kind > 1), _EASE, *tail, _ONE_STEP_LEFT, 0, 0, 0, data]

    def _data(self, schedule: Learning | Relearning | Review, *, place: int) -> str:
        data: dict[str, Any] = {
            "pos": place,
            "s": schedule.memory.stability,
            "d": schedule.memory.difficulty,
            "dr": self._out.desired_retention,
            "decay": self._out.decay,
            "lrt": int(schedule.reviewed_at.timestamp()),
        }
        if not isinstance(schedule, Review) and schedule.step:
            data["cd"] = json.dumps({STEP_KEY: schedule.step})
        return json.dumps(data)

    def _log(self, card_id: int, parcel: Parcel) -> Iterator[list[Any]]:
        if not isinstance(parcel.history, OwnHistory):
            return
        last = 0
        for record in parcel.history.records:
            wait = _wait(record)
            at_ms = _unused(int(record.answered_at.timestamp() * 1000 + 0.5), self._log_ids)
            duration_ms = round(record.duration_s * 1000)
            kind = _LOG_TYPES[record.before.state]
            yield [at_ms, card_id, -1, record.rating.value, wait, last, _factor(record), duration_ms, kind]
            last = wait


def _wait(record: AnswerRecord) -> int:
    """Days where positive, seconds where negative."""
    after = record.after.schedule
    return after.interval_days if isinstance(after, Review) else -max(1, round(record.interval_s))


def _factor(record: AnswerRecord) -> int:
    """Difficulty where Anki keeps it once FSRS is on: 1 to 10 as 100 to 1100."""
    after = record.after.schedule
    if isinstance(after, New):
        return 0
    share = (after.memory.difficulty - LOWEST_DIFFICULTY) / (HIGHEST_DIFFICULTY - LOWEST_DIFFICULTY)
    return round(share * 1000) + 100


def _unused(at_ms: int, used: set[int]) -> int:
    while at_ms in used:
        at_ms += 1
    used.add(at_ms)
    return at_ms


def _number_of(name: str) -> int:
    """A number for a deck or note type that is the same in each export, and nobody else's."""
    return 1 + _DECK_ID_SPACE + int(sha1(name.encode()).hexdigest()[:9], 16)  # noqa: S324 - no secret


def _insert(table: str, columns: int) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})"  # noqa: S608 - names of our own
