"""Anki packages of every era, written byte by byte for the tests: honest ones, and ones with a trick in them."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

CREATED_S = 1_767_240_000  # 2026-01-01 04:00 UTC
DAY_S = 86_400

TABLES = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
 ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
 models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
 usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
 flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
 mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
 ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL,
 left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
 ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
 type integer NOT NULL);
"""
TABLES_18 = """
CREATE TABLE config (KEY text NOT NULL PRIMARY KEY, usn integer NOT NULL, mtime_secs integer NOT NULL,
 val blob NOT NULL) without rowid;
CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase,
 config blob NOT NULL, PRIMARY KEY (ntid, ord)) without rowid;
CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase,
 mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL, PRIMARY KEY (ntid, ord)) without rowid;
CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE unicase,
 mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL);
CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE unicase,
 mtime_secs integer NOT NULL, usn integer NOT NULL, common blob NOT NULL, kind blob NOT NULL);
CREATE UNIQUE INDEX idx_decks_name ON decks (name);
"""

SIDES = ("{{Front}}", "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}")
BASIC, REVERSED, CLOZE, OCCLUSION = 1, 2, 3, 4


@dataclass(frozen=True)
class Model:
    """A note type as a package has it."""

    name: str
    fields: tuple[str, ...]
    templates: tuple[tuple[str, str], ...]
    cloze: bool = False
    stock: int = 0


MODELS: dict[int, Model] = {
    BASIC: Model("Basic", ("Front", "Back"), (SIDES,)),
    REVERSED: Model(
        "Basic (optional reversed card)",
        ("Front", "Back", "Add Reverse"),
        (SIDES, ("{{#Add Reverse}}{{Back}}{{/Add Reverse}}", "{{FrontSide}}<hr id=answer>{{Front}}")),
    ),
    CLOZE: Model(
        "Cloze", ("Text", "Back Extra"), (("{{cloze:Text}}", "{{cloze:Text}}<br>\n{{Back Extra}}"),), cloze=True
    ),
    OCCLUSION: Model("Image Occlusion", ("Occlusion", "Image"), (("{{cloze:Occlusion}}", "x"),), cloze=True, stock=6),
}


@dataclass
class Package:
    """A collection to be: add notes with cards and answers, then ``write`` it as one era or another."""

    decks: dict[int, str] = field(default_factory=lambda: {1: "Default"})
    models: dict[int, Model] = field(default_factory=lambda: dict(MODELS))
    config: dict[str, object] = field(default_factory=lambda: {"creationOffset": 0})
    media: dict[str, str] = field(default_factory=dict)
    notes: list[tuple[object, ...]] = field(default_factory=list)
    cards: list[tuple[object, ...]] = field(default_factory=list)
    reviews: list[tuple[object, ...]] = field(default_factory=list)
    created_s: int = CREATED_S
    version: int | None = None

    def deck(self, name: str) -> int:
        """The number of a deck, made where it is missing."""
        for number, known in self.decks.items():
            if known == name:
                return number
        self.decks[len(self.decks) + 1] = name
        return len(self.decks)

    def note(self, *fields: str, model: int = BASIC, guid: str | None = None, tags: str = "") -> int:
        """A note without cards; its number."""
        number = len(self.notes) + 1
        text = "\x1f".join(fields)
        self.notes.append((number, guid or f"guid-{number}", model, 0, -1, tags, text, fields[0], 0, 0, ""))
        return number

    def card(self, note: int, *, deck: str = "Default", ord: int = 0, **more: object) -> int:  # noqa: A002 - Anki's
        """A card of a note, new unless ``more`` says otherwise in Anki's own words; its number."""
        number = len(self.cards) + 1
        row = {
            "id": number, "nid": note, "did": self.deck(deck), "ord": ord, "mod": 0, "usn": -1, "type": 0, "queue": 0,
            "due": number, "ivl": 0, "factor": 0, "reps": 0, "lapses": 0, "left": 0, "odue": 0, "odid": 0, "flags": 0,
            "data": "{}",
        } | more  # fmt: skip
        self.cards.append(tuple(row.values()))
        return number

    def basic(self, front: str, back: str, *, deck: str = "Default", guid: str | None = None, **more: object) -> int:
        """A basic note with its card; the number of the card."""
        return self.card(self.note(front, back, guid=guid), deck=deck, **more)

    def review(self, card: int, at_ms: int, ease: int = 3, *, ivl: int = 1, factor: int = 2500, kind: int = 1) -> None:
        """An answer in the log."""
        self.reviews.append((at_ms, card, -1, ease, ivl, 0, factor, 4200, kind))

    def database(self, *, schema: int = 11, tamper: Callable[[sqlite3.Connection], None] | None = None) -> bytes:
        """The collection as SQLite's bytes; ``tamper`` may do anything to it last."""
        connection = sqlite3.connect(":memory:")
        connection.create_collation("unicase", lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))
        connection.executescript(TABLES)
        self._describe(connection, schema)
        for table, rows in (("notes", self.notes), ("cards", self.cards), ("revlog", self.reviews)):
            if rows:
                connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
        connection.commit()
        if tamper:
            tamper(connection)
            connection.commit()
        raw = connection.serialize()
        connection.close()
        return raw

    def write(self, path: Path, *, era: str = "legacy 1", database: bytes | None = None) -> Path:
        """The package as a file: of era ``legacy 1``, ``legacy 2`` or ``latest``."""
        if era == "latest":
            return self._write_latest(path, database)
        files = {"media": json.dumps(self.media).encode()}
        files |= dict.fromkeys(self.media, b"a picture")
        raw = database or self.database()
        if era == "legacy 1":
            return zipped(path, {"collection.anki2": raw, **files})
        return zipped(path, {"meta": b"\x08\x02", "collection.anki21": raw, "collection.anki2": stub(), **files})

    def _write_latest(self, path: Path, database: bytes | None) -> Path:
        raw = database or self.database(schema=18)
        entries = b"".join(
            delimited(1, delimited(1, name.encode()) + b"\x10\x09" + delimited(3, bytes(20)))
            for name in self.media.values()
        )
        files = {"meta": b"\x08\x03", "collection.anki21b": frame(raw), "collection.anki2": stub()}
        files |= {"media": frame(entries)} | {name: frame(b"a picture") for name in self.media}
        return zipped(path, files)

    def _describe(self, connection: sqlite3.Connection, schema: int) -> None:
        values: tuple[object, ...] = ("", "", "")
        if schema == 11:
            decks = {str(number): {"id": number, "name": name, "desc": ""} for number, name in self.decks.items()}
            models = {str(number): model_json(model) for number, model in self.models.items()}
            values = (json.dumps(self.config), json.dumps(models), json.dumps(decks))
        version = schema if self.version is None else self.version
        connection.execute(
            "INSERT INTO col VALUES (1, ?, 0, 0, ?, 0, 0, 0, ?, ?, ?, '', '')", (self.created_s, version, *values)
        )
        if schema == 18:
            self._describe_in_tables(connection)

    def _describe_in_tables(self, connection: sqlite3.Connection) -> None:
        connection.executescript(TABLES_18)
        for key, value in self.config.items():
            connection.execute("INSERT INTO config VALUES (?, 0, 0, ?)", (key, json.dumps(value).encode()))
        for number, name in self.decks.items():
            connection.execute("INSERT INTO decks VALUES (?, ?, 0, 0, x'', x'')", (number, name.replace("::", "\x1f")))
        # Anki leaves rows of note types behind that are not there.
        for number, model in {**self.models, 999: MODELS[BASIC]}.items():
            for place, name in enumerate(model.fields):
                connection.execute("INSERT INTO fields VALUES (?, ?, ?, x'')", (number, place, name))
            for place, (front, back) in enumerate(model.templates):
                config = delimited(1, front.encode()) + delimited(2, back.encode()) + b"\x41" + bytes(8)
                connection.execute("INSERT INTO templates VALUES (?, ?, 'Card', 0, 0, ?)", (number, place, config))
            if number != 999:
                kind = (b"\x08\x01" if model.cloze else b"") + b"\x48" + varint(model.stock)
                connection.execute("INSERT INTO notetypes VALUES (?, ?, 0, 0, ?)", (number, model.name, kind))


def model_json(model: Model) -> dict[str, object]:
    """A note type as schema 11 writes it."""
    return {
        "name": model.name,
        "type": int(model.cloze),
        "flds": [{"name": name, "ord": place} for place, name in enumerate(model.fields)],
        "tmpls": [
            {"name": "Card", "ord": place, "qfmt": front, "afmt": back}
            for place, (front, back) in enumerate(model.templates)
        ],
        "originalStockKind": model.stock,
    }


def zipped(path: Path, files: Mapping[str, bytes]) -> Path:
    """A zip file of these members, deflated."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def stub() -> bytes:
    """The collection that stands in a new package for old programs."""
    package = Package()
    package.basic("Please update to the latest Anki version, then import the .colpkg/.apkg file again.", "")
    return package.database()


def frame(raw: bytes) -> bytes:
    """A zstandard frame without its content's size, as Anki writes it."""
    import zstandard

    compressor = zstandard.ZstdCompressor(write_content_size=False).compressobj()
    return compressor.compress(raw) + compressor.flush()


def delimited(number: int, content: bytes) -> bytes:
    """A protobuf field that holds bytes."""
    return varint(number << 3 | 2) + varint(len(content)) + content


def varint(value: int) -> bytes:
    """A protobuf number."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])
