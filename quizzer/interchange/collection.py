"""The inside of an Anki package: a SQLite database of schema 11 or 18, read without trusting its schema.

Only four to eight named tables are read, and they must be tables; views, triggers, functions and virtual tables of
the file never run. The database is opened from memory, so that nothing can be written beside it.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from quizzer.domain.errors import InputError
from quizzer.interchange.note_types import NoteType, note_types_of_18, note_types_of_json
from quizzer.interchange.protobuf import ProtobufError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quizzer.domain.errors import Location

_TABLES_11 = frozenset({"col", "notes", "cards", "revlog"})
_TABLES_18 = _TABLES_11 | {"notetypes", "fields", "templates", "decks", "config"}
_SCHEMAS = (11, 18)
_NEWEST_SCHEMA = 18
_STEPS_PER_TICK = 1_000_000
_MAX_TICKS = 2_000
_MAX_VALUE_BYTES = 64 << 20
_MAX_ROWS = 2_000_000
_DECK_SEPARATOR_18 = "\x1f"
_WAL, _JOURNAL_BYTES = 2, slice(18, 20)
_SMALLEST_DATABASE = 512
_HIDDEN = 6
"""The column of ``PRAGMA table_xinfo`` that tells a computed column."""


@dataclass(frozen=True, slots=True)
class RawNote:
    """A row of ``notes``."""

    id: int
    guid: str
    type_id: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RawCard:
    """A row of ``cards``, in Anki's own units."""

    data: str
    id: int
    note_id: int
    deck_id: int
    ord: int
    type: int
    queue: int
    due: int
    ivl: int
    factor: int
    reps: int
    lapses: int
    odue: int
    odid: int


@dataclass(frozen=True, slots=True)
class RawReview:
    """A row of ``revlog``: ``id`` is the time in ms, waits are days where positive and seconds where negative."""

    id: int
    card_id: int
    ease: int
    ivl: int
    factor: int
    time_ms: int
    type: int


@dataclass(frozen=True, slots=True)
class Collection:
    """All that is of use in a collection; ``created_s`` is the start of the day that due numbers count from."""

    created_s: int
    config: Mapping[str, Any]
    note_types: Mapping[int, NoteType]
    decks: Mapping[int, str]
    notes: Mapping[int, RawNote]
    cards: tuple[RawCard, ...]
    reviews: Mapping[int, tuple[RawReview, ...]] = field(default_factory=dict)


def read_collection(database: bytes, *, where: Location) -> Collection:
    """The collection in ``database``; InputError for anything that is not Anki's, or not sound."""
    try:
        if len(database) < _SMALLEST_DATABASE:
            raise sqlite3.DatabaseError("cut short")
        with _opened(database) as connection:
            return _Reader(connection, where).collection()
    except (sqlite3.Error, sqlite3.Warning, OverflowError, UnicodeError, MemoryError) as error:
        hint = "export it from Anki again, after Tools > Check Database"
        raise InputError("the collection in this package is damaged", hint=hint, location=where) from error


@contextmanager
def _opened(database: bytes) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        raw = bytearray(database)
        if list(raw[_JOURNAL_BYTES]) == [_WAL, _WAL]:
            # A database in memory has no write-ahead log; a package's has none left to read.
            raw[_JOURNAL_BYTES] = b"\x01\x01"
        connection.deserialize(bytes(raw))
        for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.create_collation("unicase", _by_folded_case)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE_BYTES)
        connection.text_factory = lambda raw: raw.decode("utf-8", errors="replace")
        ticks = iter(range(_MAX_TICKS))
        # Whatever a schema makes of a plain SELECT, it ends.
        connection.set_progress_handler(lambda: next(ticks, None) is None, _STEPS_PER_TICK)
        connection.set_authorizer(_only_reading)
        yield connection
    finally:
        connection.close()


def _only_reading(action: int, first: str | None, *_: str | None) -> int:
    if action == sqlite3.SQLITE_SELECT:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and first == "table_xinfo":
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and first in _TABLES_18 | {"sqlite_master"}:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


class _Reader:
    def __init__(self, connection: sqlite3.Connection, where: Location) -> None:
        self._connection = connection
        self._where = where

    def collection(self) -> Collection:
        self._check_tables(_TABLES_11)
        col = next(iter(self._rows("SELECT crt, ver, conf, models, decks FROM col")), None)
        if col is None or col[1] not in _SCHEMAS:
            version = "none" if col is None else str(col[1])[:20]
            raise InputError(f"quizzer does not know this version of Anki's database ({version})", location=self._where)
        newest = col[1] == _NEWEST_SCHEMA
        config, types, decks = self._described_by_tables() if newest else self._described_by_json(col)
        return Collection(
            created_s=col[0] if isinstance(col[0], int) else 0,
            config=config,
            note_types=types,
            decks=decks,
            notes=self._notes(),
            cards=self._cards(),
            reviews=self._reviews(),
        )

    def _check_tables(self, names: frozenset[str]) -> None:
        made = {row[0]: str(row[1]).lower() for row in self._rows("SELECT name, sql FROM sqlite_master")}
        for name in sorted(names):
            if name not in made:
                raise InputError(f"this is no Anki collection: it has no table '{name}'", location=self._where)
            # In this order: to ask about a virtual table's columns would start its module.
            if not made[name].startswith("create table") or self._has_computed_columns(name):
                raise InputError(f"'{name}' in this collection is not a plain table", location=self._where)

    def _has_computed_columns(self, name: str) -> bool:
        """Tell whether a row of the table is made by calling functions."""
        return any(row[_HIDDEN] for row in self._rows(f"PRAGMA table_xinfo({name})"))

    def _rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        for count, row in enumerate(self._connection.execute(sql)):
            if count >= _MAX_ROWS:
                raise InputError(f"this collection has more than {_MAX_ROWS} rows in a table", location=self._where)
            yield row

    def _described_by_json(self, col: tuple[Any, ...]) -> tuple[Any, Any, Any]:
        config, models, decks = (self._object(value) for value in col[2:5])
        named = {_whole(key): str(_entry(deck, "name", "")).strip() for key, deck in decks.items()}
        return config, note_types_of_json(models), named

    def _described_by_tables(self) -> tuple[Any, Any, Any]:
        self._check_tables(_TABLES_18)
        config = {str(key): _loose_json(value) for key, value in self._rows("SELECT KEY, val FROM config")}
        decks = {
            _whole(key): str(name).replace(_DECK_SEPARATOR_18, "::").strip()
            for key, name in self._rows("SELECT id, name FROM decks")
        }
        try:
            types = note_types_of_18(
                self._rows("SELECT id, name, config FROM notetypes"),
                self._rows("SELECT ntid, ord, name FROM fields"),
                self._rows("SELECT ntid, ord, config FROM templates"),
            )
        except ProtobufError as error:
            raise InputError("the note types of this collection are damaged", location=self._where) from error
        return config, types, decks

    def _object(self, text: Any) -> dict[str, Any]:
        try:
            value = json.loads(text or "{}")
        except (ValueError, TypeError, RecursionError) as error:
            raise InputError("the settings of this collection are damaged", location=self._where) from error
        return value if isinstance(value, dict) else {}

    def _notes(self) -> dict[int, RawNote]:
        rows = self._rows("SELECT id, guid, mid, tags, flds FROM notes")
        return {
            _whole(key): RawNote(
                _whole(key), _text(guid), _whole(mid), tuple(_text(tags).split()), tuple(_text(fields).split("\x1f"))
            )
            for key, guid, mid, tags, fields in rows
        }

    def _cards(self) -> tuple[RawCard, ...]:
        rows = self._rows(
            "SELECT data, id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses, odue, odid FROM cards"
        )
        # Sorted here: an ORDER BY would ask the file's own indices and collations.
        return tuple(
            sorted(
                (RawCard(_text(row[0]), *map(_whole, row[1:])) for row in rows),
                key=lambda card: (_position(card), card.note_id, card.ord, card.id),
            )
        )

    def _reviews(self) -> dict[int, tuple[RawReview, ...]]:
        found: dict[int, list[RawReview]] = {}
        for row in self._rows("SELECT id, cid, ease, ivl, factor, time, type FROM revlog"):
            review = RawReview(*map(_whole, row))
            found.setdefault(review.card_id, []).append(review)
        return {card: tuple(sorted(reviews, key=lambda one: one.id)) for card, reviews in found.items()}


def _position(card: RawCard) -> int:
    """The place among new cards that a card has or, by Anki's own note of it, once had."""
    if card.type == 0:
        return card.due
    position = _entry(_loose_json(card.data), "pos", 0)
    return position if isinstance(position, int) else 0


def _whole(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return 0


def _text(value: Any) -> str:
    return value.decode("utf-8", errors="replace") if isinstance(value, bytes) else str(value)


def _entry(value: Any, key: str, default: Any) -> Any:
    return value.get(key, default) if isinstance(value, dict) else default


def _loose_json(value: Any) -> Any:
    try:
        return json.loads(value)
    except (ValueError, TypeError, RecursionError):
        return None


def _by_folded_case(first: str, second: str) -> int:
    one, other = first.casefold(), second.casefold()
    return (one > other) - (one < other)
