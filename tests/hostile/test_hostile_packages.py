"""Packages with a trick in them: each is refused with a sentence, or its trick does nothing."""

from __future__ import annotations

import json
import struct
import zipfile
from datetime import UTC, datetime

import pytest

from anki_packages import CLOZE, Package, delimited, frame, stub, zipped
from quizzer.domain.card import Basic
from quizzer.domain.errors import EnvironmentProblem, InputError
from quizzer.domain.exchange import Remark
from quizzer.domain.memory import StudyDay
from quizzer.domain.text import Text
from quizzer.interchange.calendar import Calendar
from quizzer.interchange.files import read_file

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
LAST_WEEK_MS = int(NOW.timestamp() * 1000) - 7 * 86_400_000


@pytest.fixture
def read():
    calendar = Calendar(NOW, lambda at: StudyDay(at.date().toordinal()))
    return lambda path: read_file(path, calendar=calendar)


@pytest.fixture
def package():
    package = Package()
    package.basic("front", "back")
    return package


def refused(read, path, *words):
    with pytest.raises(InputError) as caught:
        read(path)
    message = caught.value.message
    assert all(word in message for word in words), message
    return caught.value


def declared_smaller(path, size):
    """The same zip file with headers that claim ``size`` bytes for each member."""
    raw = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = raw.find(mark)
        while place >= 0:
            struct.pack_into("<I", raw, place + offset, size)
            place = raw.find(mark, place + 1)
    path.write_bytes(raw)
    return path


def test_a_zip_bomb_is_refused_before_it_fills_the_memory(read, tmp_path):
    path = zipped(tmp_path / "x.apkg", {"collection.anki21": bytes(64 << 20)})

    assert path.stat().st_size < 100_000
    refused(read, path, "unpacks to more than 200 times its size")


def test_a_zip_bomb_that_lies_about_its_size_is_refused_too(read, tmp_path):
    path = declared_smaller(zipped(tmp_path / "x.apkg", {"collection.anki21": bytes(64 << 20)}), 1000)

    refused(read, path)


def test_a_zstandard_bomb_is_refused(read, tmp_path):
    path = zipped(tmp_path / "x.apkg", {"meta": b"\x08\x03", "collection.anki21b": frame(bytes(600 << 20))})

    assert path.stat().st_size < 200_000
    refused(read, path, "unpacks to more than 512 MiB")


def test_a_small_zstandard_bomb_is_refused_by_its_ratio(read, tmp_path):
    path = zipped(tmp_path / "x.apkg", {"meta": b"\x08\x03", "collection.anki21b": frame(bytes(64 << 20))})

    refused(read, path, "200 times its size")


@pytest.mark.parametrize("left", [0.2, 0.9, 0.999])
def test_a_cut_zstandard_frame_is_refused(read, tmp_path, package, left):
    whole = frame(package.database(schema=18))
    cut = whole[: int(len(whole) * left)]
    path = zipped(tmp_path / "x.apkg", {"meta": b"\x08\x03", "collection.anki21b": cut})

    refused(read, path, "cut short")


def test_a_broken_zstandard_frame_is_refused(read, tmp_path, package):
    whole = bytearray(frame(package.database(schema=18)))
    whole[:4] = b"nope"
    path = zipped(tmp_path / "x.apkg", {"meta": b"\x08\x03", "collection.anki21b": bytes(whole)})

    refused(read, path, "damaged")


def test_the_newest_format_without_its_library_says_what_to_install(read, tmp_path, package, monkeypatch):
    path = package.write(tmp_path / "x.apkg", era="latest")
    monkeypatch.setitem(__import__("sys").modules, "zstandard", None)

    with pytest.raises(EnvironmentProblem) as caught:
        read(path)

    assert "zstandard" in str(caught.value)
    assert "quizzer[anki]" in caught.value.hint


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "a/../../b", "..\\evil.txt", "C:evil.txt"])
def test_a_member_outside_the_package_is_refused(read, tmp_path, package, name):
    path = zipped(tmp_path / "x.apkg", {"collection.anki2": package.database(), name: b"x"})

    refused(read, path, "names a file outside itself")
    assert [one.name for one in tmp_path.iterdir()] == ["x.apkg"]


@pytest.mark.parametrize("era", ["legacy 1", "latest"])
@pytest.mark.parametrize("name", ["../evil.txt", "..\\evil.txt", "C:evil.txt", "/etc/passwd", ".."])
def test_media_with_a_name_outside_the_package_are_refused(read, tmp_path, package, era, name):
    package.media = {"0": name}

    refused(read, package.write(tmp_path / "x.apkg", era=era), "names a file outside itself")


def test_a_link_in_the_package_is_refused(read, tmp_path, package):
    path = zipped(tmp_path / "x.apkg", {"collection.anki2": package.database()})
    with zipfile.ZipFile(path, "a") as archive:
        link = zipfile.ZipInfo("0")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")

    refused(read, path, "a link in it")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_collections_of_one_name_are_refused(read, tmp_path, package):
    path = zipped(tmp_path / "x.apkg", {"collection.anki2": package.database()})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("collection.anki2", package.database())

    refused(read, path, "two files named 'collection.anki2'")


def test_a_stub_alone_is_refused_rather_than_read_as_one_card(read, tmp_path):
    refused(read, zipped(tmp_path / "x.apkg", {"collection.anki2": stub()}), "please update")


def test_the_newest_version_without_its_collection_is_refused(read, tmp_path):
    files = {"meta": b"\x08\x03", "collection.anki2": stub()}

    refused(read, zipped(tmp_path / "x.apkg", files), "collection of this package is missing")


def test_a_version_from_the_future_is_refused(read, tmp_path, package):
    files = {"meta": b"\x08\x04", "collection.anki21": package.database()}

    refused(read, zipped(tmp_path / "x.apkg", files), "newer Anki than quizzer knows")


def test_an_unknown_schema_is_refused(read, tmp_path, package):
    package.version = 19

    refused(read, package.write(tmp_path / "x.apkg"), "does not know this version", "19")


@pytest.mark.parametrize(
    "content",
    [b"", b"not a database", b"SQLite format 3\0" + bytes(200), stub()[:3000]],
    ids=["empty", "text", "header", "cut"],
)
def test_a_collection_that_is_no_database_is_refused(read, tmp_path, content):
    refused(read, zipped(tmp_path / "x.apkg", {"collection.anki21": content}))


def test_a_cut_package_is_refused(read, tmp_path, package):
    path = package.write(tmp_path / "x.apkg")
    path.write_bytes(path.read_bytes()[:-40])

    refused(read, path, "damaged or cut short")


def test_a_package_with_a_flipped_byte_is_refused(read, tmp_path, package):
    path = package.write(tmp_path / "x.apkg")
    raw = bytearray(path.read_bytes())
    raw[200] ^= 0xFF
    path.write_bytes(raw)

    refused(read, path, "damaged or cut short")


def test_an_encrypted_package_is_refused(read, tmp_path, package):
    path = package.write(tmp_path / "x.apkg")
    raw = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.find(mark) + offset] |= 1
    path.write_bytes(raw)

    refused(read, path, "encrypted")


@pytest.mark.parametrize("content", [b"[", b"[1]", b"[" * 100_000, b"\xff"], ids=["open", "list", "deep", "bytes"])
def test_a_broken_list_of_media_is_refused(read, tmp_path, package, content):
    files = {"collection.anki21": package.database(), "media": content}

    refused(read, zipped(tmp_path / "x.apkg", files), "list of media")


@pytest.mark.parametrize("content", [b"\x0a\xff\xff\xff\xff\x0f", b"\x0b", b"\xff" * 20, delimited(1, b"\x0a\xff")])
def test_a_broken_protobuf_list_of_media_is_refused(read, tmp_path, package, content):
    files = {"meta": b"\x08\x03", "collection.anki21b": frame(package.database(schema=18)), "media": frame(content)}

    refused(read, zipped(tmp_path / "x.apkg", files), "list of media")


def tampered(package, tmp_path, *statements):
    def tamper(connection):
        for statement in statements:
            connection.execute(statement)

    return package.write(tmp_path / "x.apkg", database=package.database(tamper=tamper))


def test_triggers_and_views_in_the_collection_never_run(read, tmp_path, package):
    path = tampered(
        package,
        tmp_path,
        "CREATE TRIGGER evil AFTER UPDATE ON notes BEGIN SELECT load_extension('evil'); END",
        "CREATE VIEW harmless AS SELECT load_extension('evil') FROM notes",
    )

    assert [parcel.card.body for parcel in read(path).parcels] == [Basic(Text.of("front"), Text.of("back"))]


def test_a_view_in_the_place_of_a_table_is_refused(read, tmp_path, package):
    endless = (
        "CREATE VIEW revlog AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
        " SELECT id, id AS cid, 1 AS ease, 1 AS ivl, 1 AS factor, 1 AS time, 1 AS type FROM n"
    )

    refused(read, tampered(package, tmp_path, "DROP TABLE revlog", endless), "'revlog'", "not a plain table")


def test_a_virtual_table_in_the_place_of_a_table_is_refused(read, tmp_path, package):
    columns = "id, cid, ease, ivl, factor, time, type"
    made = f"CREATE VIRTUAL TABLE revlog USING fts5({columns})"

    refused(read, tampered(package, tmp_path, "DROP TABLE revlog", made), "'revlog'", "not a plain table")


@pytest.mark.parametrize("computed", ["length(zeroblob(1000000000))", "abs(-1)"])
def test_a_computed_column_is_refused(read, tmp_path, package, computed):
    made = (
        "CREATE TABLE revlog (id integer PRIMARY KEY, cid, usn, ease, ivl, lastIvl, factor, time,"
        f" type GENERATED ALWAYS AS ({computed}))"
    )
    row = "INSERT INTO revlog (id, cid, ease) VALUES (1, 1, 1)"

    refused(read, tampered(package, tmp_path, "DROP TABLE revlog", made, row), "not a plain table")


def test_a_missing_table_is_refused(read, tmp_path, package):
    refused(read, tampered(package, tmp_path, "DROP TABLE cards"), "no table 'cards'")


def test_values_of_the_wrong_type_harm_nobody(read, tmp_path, package):
    path = tampered(
        package,
        tmp_path,
        "INSERT INTO notes VALUES (7, x'ff00', 1, 0, 0, 3, x'61ff1f62', 0, 0, 0, '')",
        "INSERT INTO cards VALUES (7, 7, 'x', 'y', 0, 0, 'z', 1.5, 'due', 1e300, '', 0, 0, 0, 0, x'00', 0, 5)",
        "INSERT INTO cards VALUES (8, 999, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '')",
    )

    shipment = read(path)

    assert sorted(parcel.card.body.prompt.in_("en") for parcel in shipment.parcels) == ["a�", "front"]


@pytest.mark.parametrize(
    "data",
    [
        '{"s": NaN, "d": 5}',
        '{"s": Infinity, "d": 5}',
        '{"s": -3, "d": 5}',
        '{"s": 3, "d": 0}',
        '{"s": 3, "d": 1e999}',
        '{"s": "3", "d": 5}',
        '{"s": 3}',
        '{"s": true, "d": 5}',
    ],
)
def test_a_memory_that_is_none_is_not_believed(read, tmp_path, data):
    package = Package()
    package.basic("a", "b", type=2, queue=2, due=60, ivl=12, data=data)

    shipment = read(package.write(tmp_path / "x.apkg"))

    assert shipment.parcels[0].history.standing.memory is None
    assert shipment.remarks == {Remark.MEMORY_REFUSED: 1}


@pytest.mark.parametrize("data", ["[" * 100_000, "[1]", "not json", '{"lrt": 1e400}', '{"cd": "["}'])
def test_broken_card_data_harm_nobody(read, tmp_path, data):
    package = Package()
    package.basic("a", "b", type=2, queue=2, due=60, ivl=12, data=data)

    standing = read(package.write(tmp_path / "x.apkg")).parcels[0].history.standing

    assert (standing.memory, standing.step, standing.reviewed_at) == (None, 0, None)


def test_answers_that_nobody_can_have_given_are_left_out_and_counted(read, tmp_path):
    package = Package()
    card = package.basic("a", "b", type=2, queue=2, due=60, ivl=12)
    for at_ms, ease in ((LAST_WEEK_MS, 9), (LAST_WEEK_MS * 40, 3), (-5, 3), (2**63 - 1, 3), (LAST_WEEK_MS + 1, 3)):
        package.review(card, at_ms, ease)

    shipment = read(package.write(tmp_path / "x.apkg"))

    assert [review.rating for review in shipment.parcels[0].history.reviews] == [3]
    assert shipment.remarks == {Remark.REVIEWS_REFUSED: 4}


def test_due_dates_and_intervals_stay_where_a_calendar_reaches(read, tmp_path):
    package = Package()
    package.basic("a", "b", type=2, queue=2, due=2**62, ivl=2**62)
    package.basic("c", "d", type=1, queue=1, due=2**62)

    review, step = (parcel.history.standing for parcel in read(package.write(tmp_path / "x.apkg")).parcels)

    assert review.interval_days == 36_500
    assert review.due_on == NOW.date().toordinal() + 36_500
    assert (step.due_at - NOW).days <= 366


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a<script>alert(1)</script>b", "ab"),
        ("<style>*{}</style><iframe src=//x>y</iframe>z", "z"),
        ("<img src=x onerror=alert(1)>", "(image: x)"),
        ('<a href="javascript:alert(1)">go</a>', "go"),
        ('<a href="https://evil.example/x">bank</a>', "bank (https://evil.example/x)"),
        ("&lt;script&gt;", "<script>"),
        ("a\x1b[2Jb\u202ec\x00d", "a[2Jbcd"),
        ("\ue010x\ue001", "x"),
    ],
)
def test_nothing_of_a_text_runs_or_steers(read, tmp_path, html, text):
    package = Package()
    package.basic(html, "b")

    assert read(package.write(tmp_path / "x.apkg")).parcels[0].card.body.prompt == Text.of(text)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("html", ["{{c1::" * 12_000, "}}" * 40_000, "<b>" * 30_000, "<!" * 40_000, "&#" * 40_000])
def test_a_text_made_to_take_long_does_not(read, tmp_path, html):
    package = Package()
    package.card(package.note(html, "", model=CLOZE))
    package.basic(html, "b")

    read(package.write(tmp_path / "x.apkg"))


def test_settings_that_are_no_settings_are_refused(read, tmp_path, package):
    path = tampered(package, tmp_path, "UPDATE col SET models = '[[['")

    refused(read, path, "settings of this collection are damaged")


def test_note_types_that_are_malformed_cost_their_notes_alone(read, tmp_path, package):
    package.basic("other", "b")
    models = {"1": {"name": "no fields"}, "2": 5, "x": None}
    path = tampered(package, tmp_path, f"UPDATE col SET models = '{json.dumps(models)}'")

    shipment = read(path)

    assert shipment.parcels == ()
    assert len(shipment.skipped) == 2
