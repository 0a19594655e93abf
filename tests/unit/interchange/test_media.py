"""Pictures and sounds of a package lie in ``media/`` under the names that texts give them; nothing else is written."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from datetime import UTC
from html import escape

import pytest

from anki_packages import Package, delimited, frame, varint, zipped
from import_desk import NOW, OPTIONS, Desk
from quizzer.domain.errors import InputError
from quizzer.domain.exchange import MediaFile, Remark
from quizzer.interchange import media
from quizzer.interchange.writers import Format
from quizzer.services.exchange_out import export_deck
from quizzer.storage.store import open_store

ERAS = ("legacy 1", "legacy 2", "latest")


def media_of(desk):
    return {path.name: path.read_bytes() for path in (desk.store.path.parent / "media").iterdir()}


def left_over(desk):
    return [path.name for path in desk.store.path.parent.iterdir() if path.name.startswith((".media", "media"))]


@pytest.fixture
def pictured():
    package = Package(media={"0": "图.png", "1": "a b.mp3"})
    package.basic('<img src="图.png"> [sound:a b.mp3]', "b")
    return package


@pytest.mark.parametrize("era", ERAS)
def test_what_texts_name_lies_in_the_folder_and_a_second_import_changes_nothing(desk, pictured, era):
    first = desk.bring(pictured, era=era)
    second = desk.bring(pictured, era=era)

    assert media_of(desk) == {"图.png": b"a picture", "a b.mp3": b"a picture"}
    assert (first.media, first.remarks) == (second.media, second.remarks) == (2, {})
    assert first.media_folder == str(desk.store.path.parent / "media")


def test_a_dry_run_counts_them_and_leaves_none(desk, pictured):
    report = desk.bring(pictured, dry_run=True)

    assert report.media == 2
    assert left_over(desk) == []


def test_what_no_text_names_stays_in_the_package(desk, pictured):
    pictured.media["2"] = "nobody asks.png"

    report = desk.bring(pictured)

    assert sorted(media_of(desk)) == ["a b.mp3", "图.png"]
    assert report.remarks == {Remark.MEDIA: 1}


def test_another_file_of_the_name_stays_and_is_told(desk, pictured):
    folder = desk.store.path.parent / "media"
    folder.mkdir()
    (folder / "图.png").write_bytes(b"mine")

    report = desk.bring(pictured)

    assert media_of(desk)["图.png"] == b"mine"
    assert (report.media, report.remarks) == (1, {Remark.MEDIA_TAKEN: 1})


def test_a_link_that_waits_in_the_folder_leads_nowhere(desk, pictured, tmp_path):
    folder = desk.store.path.parent / "media"
    folder.mkdir()
    outside = tmp_path / "outside.txt"
    (folder / "图.png").symlink_to(outside)

    report = desk.bring(pictured)

    assert not outside.exists()
    assert report.remarks == {Remark.MEDIA_TAKEN: 1}


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "run.sh", "noext", ".hidden.png", "x.png:y", "a\x1b.png"])
def test_what_is_no_picture_and_no_sound_is_not_kept(name):
    assert not media.is_harmless(name)
    assert media.worth_keeping([MediaFile(name, "0", 9, framed=False)], [f"(image: {name})"]) == ()


@pytest.mark.parametrize("name", ["图.png", "a (1).JPG", "paste-0f3.webp", "x.y.mp3"])
def test_usual_names_are_kept(name):
    (kept,) = media.worth_keeping([MediaFile(name, "0", 9, framed=False)], [f"See (image: {name}), it is there."])

    assert kept.name == name


def test_a_file_that_is_missing_or_too_large_is_left_out_and_all_together_have_a_limit():
    files = [MediaFile(f"{size}.png", "0", size, framed=False) for size in (-1, 1, media.MAX_FILE_BYTES + 1)]
    many = [MediaFile(f"n{number}.png", "0", media.MAX_FILE_BYTES, framed=False) for number in range(40)]
    texts = [f"(image: {file.name})" for file in (*files, *many)]

    assert [file.name for file in media.worth_keeping(files, texts)] == ["1.png"]
    assert sum(file.size for file in media.worth_keeping(many, texts)) == media.MAX_ALL_BYTES


def latest(path, package, entry, content):
    files = {"meta": b"\x08\x03", "collection.anki21b": frame(package.database(schema=18))}
    return zipped(path, files | {"media": frame(entry), "0": content})


def test_a_file_that_is_more_than_its_package_says_is_refused_before_anything_changes(desk, pictured, tmp_path):
    entry = delimited(1, delimited(1, "图.png".encode()) + b"\x10" + varint(9))
    path = latest(tmp_path / "x.apkg", pictured, entry, frame(b"\0" * 10_000_000))
    before = desk.dump()

    with pytest.raises(InputError):
        desk.bring(path)

    assert left_over(desk) == []
    assert (desk.dump(), desk.backups) == (before, [])


def test_a_frame_that_is_cut_short_is_refused_before_anything_changes(desk, pictured, tmp_path):
    entry = delimited(1, delimited(1, "图.png".encode()) + b"\x10" + varint(9))
    path = latest(tmp_path / "x.apkg", pictured, entry, frame(b"a picture")[:-3])

    with pytest.raises(InputError, match="cut short"):
        desk.bring(path)

    assert left_over(desk) == []


def test_a_list_that_gives_one_name_to_two_files_keeps_the_first(desk, pictured, tmp_path):
    files = {"media": json.dumps({"0": "图.png", "1": "图.png"}).encode(), "0": b"first", "1": b"second"}

    desk.bring(zipped(tmp_path / "x.apkg", {"collection.anki2": pictured.database(), **files}))

    assert media_of(desk) == {"图.png": b"first"}


@pytest.mark.parametrize("name", ["图.png", "a &amp; b (1).png", "it's.jpg"])
def test_a_package_that_goes_out_takes_the_media_of_its_texts_along(desk, tmp_path, name):
    package = Package(media={"0": name})
    package.basic(f'See <img src="{escape(name)}"> and (image: nowhere.png)', "b", guid="g")
    desk.bring(package)
    (deck,) = {card.deck for card in package_cards(desk)}

    out = tmp_path / "out.apkg"
    export_deck(desk.store, deck, out, how=Format.ANKI, language="en", now=NOW, zone=UTC, options=OPTIONS)

    with zipfile.ZipFile(out) as archive:
        assert json.loads(archive.read("media")) == {"0": name}
        assert archive.read("0") == b"a picture"
        assert f'<img src="{escape(name)}"> and (image: nowhere.png)' in fields_of(archive)[0]


def test_a_deck_with_pictures_goes_out_and_comes_back_as_it_was(desk, pictured, tmp_path):
    desk.bring(pictured)
    (before,) = package_cards(desk)
    out = tmp_path / "out.apkg"
    export_deck(desk.store, before.deck, out, how=Format.ANKI, language="en", now=NOW, zone=UTC, options=OPTIONS)

    (tmp_path / "other").mkdir()
    with open_store(tmp_path / "other" / "quizzer.db") as store:
        report = Desk(store, tmp_path).bring(out)
        (after,) = package_cards(Desk(store, tmp_path))

    assert after == before
    assert (report.media, report.remarks) == (2, {})
    assert (tmp_path / "other" / "media" / "图.png").read_bytes() == b"a picture"


def package_cards(desk):
    with desk.store.read() as tx:
        return [parcel.card for deck, _ in tx.deck_titles() for parcel in tx.parcels(deck)]


def fields_of(archive):
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(archive.read("collection.anki2"))
        return connection.execute("SELECT flds FROM notes").fetchone()
    finally:
        connection.close()
