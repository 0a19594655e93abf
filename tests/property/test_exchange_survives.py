"""Whatever bytes a file holds, reading it ends in a shipment or in a sentence, and in nothing else."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anki_packages import CLOZE, Package, frame, zipped
from quizzer.domain.errors import InputError
from quizzer.domain.memory import StudyDay
from quizzer.interchange.calendar import Calendar
from quizzer.interchange.files import read_file
from quizzer.interchange.html_markdown import clean, markdown
from quizzer.interchange.protobuf import ProtobufError, fields_of

CALENDAR = Calendar(datetime(2026, 3, 10, 12, tzinfo=UTC), lambda at: StudyDay(at.date().toordinal()))
flips = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=12)

LINES = [
    "Q: a", "A: b", "C: [x] y", "---", "text", "", "# h", "#separator:tab", "#html:true", "#guid column:1", "a\tb",
    "a,b", '"x', "#tags column:9", '{"format": "quizzer-deck"', "{{c1::x}}\ty", "name = 1",
]  # fmt: skip
HTML = [
    "<b>", "</b>", "<ul>", "<li>", "</ul>", "<pre>", "</pre>", "<code>", "</code>", "<sub>", "</sub>", "<a href=x>",
    "</a>", "<script>", "</script>", "<br>", "<svg/>", "x", " ", "\n", "&lt;", "[sound:", "]", r"\(", r"\)", "<",
    "\x1b", "\u202e",
]  # fmt: skip


def package():
    package = Package()
    card = package.basic("front", "back", type=2, queue=2, due=70, ivl=8, data='{"s": 3, "d": 4, "cd": "{}"}')
    package.review(card, 1_772_366_400_000)
    package.card(package.note("{{c1::a {{c2::b}}}}", "more", model=CLOZE, tags=" x "))
    return package


LEGACY, NEWEST = package().database(), package().database(schema=18)


def flipped(raw, changes):
    changed = bytearray(raw)
    for place, value in changes:
        changed[place % len(changed)] = value
    return bytes(changed)


def ends_well(name, content):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        if isinstance(content, dict):
            zipped(path, content)
        else:
            path.write_bytes(content)
        with suppress(InputError):
            read_file(path, calendar=CALENDAR)


@settings(max_examples=150, deadline=None)
@given(changes=flips, newest=st.booleans())
def test_a_collection_with_bytes_changed(changes, newest):
    if newest:
        files = {"meta": b"\x08\x03", "collection.anki21b": frame(flipped(NEWEST, changes))}
    else:
        files = {"collection.anki21": flipped(LEGACY, changes), "media": b"{}"}

    ends_well("x.apkg", files)


@settings(max_examples=100, deadline=None)
@given(changes=flips)
def test_a_package_with_bytes_changed(changes):
    with tempfile.TemporaryDirectory() as folder:
        raw = package().write(Path(folder) / "x.apkg", era="latest").read_bytes()

    ends_well("x.apkg", flipped(raw, changes))


@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=200) | st.text(max_size=300).map(str.encode), name=st.sampled_from(["x.txt", "x.md"]))
def test_any_bytes_at_all(content, name):
    ends_well(name, content)


@settings(max_examples=150, deadline=None)
@given(lines=st.lists(st.sampled_from(LINES), max_size=8), name=st.sampled_from(["x.txt", "x.md", "x.json"]))
def test_any_lines_of_the_formats(lines, name):
    ends_well(name, "\n".join(lines).encode())


@given(html=st.lists(st.sampled_from(HTML), max_size=30).map("".join))
def test_any_html_becomes_text_that_steers_nothing(html):
    text = clean(markdown(html))

    assert "\x1b" not in text
    assert "\u202e" not in text


@given(message=st.binary(max_size=60))
def test_any_bytes_are_a_message_or_an_error(message):
    try:
        fields = list(fields_of(message))
    except ProtobufError:
        return
    assert all(number >= 0 for number, _ in fields)


def test_the_packages_of_this_test_are_sound(tmp_path):
    for era in ("legacy 1", "latest"):
        assert len(read_file(package().write(tmp_path / "x.apkg", era=era), calendar=CALENDAR).parcels) == 2
    with pytest.raises(ProtobufError):
        list(fields_of(b"\x0a\x05ab"))
