"""Handouts with a trick in them, or damaged on the way: each is refused with a sentence."""

from __future__ import annotations

import json
import stat
import zipfile
from dataclasses import replace
from hashlib import sha256

import pytest

from quizzer.domain.errors import InputError
from quizzer.domain.handout import Edition, Handout, PackedDeck, PackedExercise
from quizzer.interchange.handout import MANIFEST, handout_bytes, is_handout, read_handout

FILES = {"decks/mini/deck.yaml": b"schema: 1\n", "decks/mini/cards/10 层.yaml": b"x"}
HANDOUT = Handout(
    name="week-3",
    edition=Edition.STUDENT,
    decks=(PackedDeck("mini", "1", 3),),
    exercises=(PackedExercise("double", "a" * 64, 1, 2),),
    files=FILES,
)


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "week.quizzer"
    path.write_bytes(handout_bytes(HANDOUT))
    return path


def contents(path):
    with zipfile.ZipFile(path) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def rewritten(path, files, *, manifest=None, compression=zipfile.ZIP_STORED):
    """The zip file again with other files, and a manifest that agrees with them unless another is given."""
    plain = json.loads(contents(path)[MANIFEST])
    plain["files"] = {name: sha256(content).hexdigest() for name, content in files.items()}
    plain |= manifest or {}
    with zipfile.ZipFile(path, "w", compression) as archive:
        archive.writestr(MANIFEST, json.dumps(plain))
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def refused(path, *words):
    with pytest.raises(InputError) as caught:
        read_handout(path)
    message = caught.value.message
    assert all(word in message for word in words), message
    assert caught.value.location.path == str(path)


def test_a_handout_is_read_as_it_was_written_and_the_same_again_gives_the_same_bytes(good):
    assert read_handout(good) == HANDOUT
    assert is_handout(good)
    assert handout_bytes(read_handout(good)) == good.read_bytes()
    backwards = replace(HANDOUT, files=dict(reversed(FILES.items())))
    assert handout_bytes(backwards) == good.read_bytes()
    with zipfile.ZipFile(good) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_handout_that_somebody_zipped_again_is_still_read(good):
    assert read_handout(rewritten(good, FILES, compression=zipfile.ZIP_DEFLATED)).files == FILES


@pytest.mark.parametrize(
    "name",
    [
        "../evil.yaml",
        "/etc/cron.d/evil",
        "decks/../../evil.yaml",
        "decks/mini/../../../evil.yaml",
        "decks/mini/cards/..",
        "decks/mini/.git",
        "decks\\mini\\deck.yaml",
        "decks/mini/C:evil.yaml",
        "decks/mini/cards/deep/er/evil.yaml",
        "elsewhere/mini/deck.yaml",
        "decks/mini/new\nline.yaml",
        "decks/UP/deck.yaml",
        "decks/mini",
    ],
)
def test_a_name_outside_the_handouts_own_folders_is_refused(good, name):
    refused(rewritten(good, {name: b"x"}), "names a file outside itself")


def test_a_link_is_refused(good):
    with zipfile.ZipFile(good, "a") as archive:
        link = zipfile.ZipInfo("decks/mini/cards/link.yaml")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")

    refused(good, "a link")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused(good):
    with zipfile.ZipFile(good, "a") as archive:
        archive.writestr("decks/mini/deck.yaml", "another")

    refused(good, "two files named")


def test_a_changed_file_is_refused_by_name(good):
    files = {**FILES, "decks/mini/deck.yaml": b"schema: 2\n"}
    hashes = json.loads(contents(good)[MANIFEST])["files"]

    refused(rewritten(good, files, manifest={"files": hashes}), "decks/mini/deck.yaml", "not as its author wrote it")


def test_a_file_too_many_or_too_few_is_refused_by_name(good):
    hashes = json.loads(contents(good)[MANIFEST])["files"]
    more = {**FILES, "decks/mini/cards/more.yaml": b"x"}

    refused(rewritten(good, more, manifest={"files": hashes}), "more.yaml", "not in its list")
    refused(rewritten(good, FILES, manifest={"files": {**hashes, "decks/mini/gone.yaml": "0"}}), "gone.yaml", "missing")


def test_a_bomb_is_refused_before_it_fills_the_memory(good):
    bomb = {f"decks/mini/cards/{number}.yaml": bytes(1 << 20) for number in range(70)}

    refused(rewritten(good, bomb, compression=zipfile.ZIP_DEFLATED), "larger than 64 MiB")


def test_a_file_that_no_author_may_have_is_refused(good):
    big = {"decks/mini/cards/big.yaml": bytes((1 << 20) + 1)}

    refused(rewritten(good, big, compression=zipfile.ZIP_DEFLATED), "big.yaml", "larger than 1 MiB")


@pytest.mark.parametrize(
    "manifest",
    [
        {"name": "../../builtin"},
        {"name": 3},
        {"name": None},
        {"edition": "teacher"},
        {"edition": []},
        {"decks": [{"id": "mini"}]},
        {"decks": [{"id": 1, "version": "1", "cards": 1}]},
        {"decks": "mini"},
        {"exercises": [{"id": "x", "version": "1", "checks": "many", "withheld": 0}]},
        {"files": None},
        {"files": 3},
    ],
)
def test_a_list_of_contents_that_is_none_is_refused(good, manifest):
    refused(rewritten(good, FILES, manifest=manifest), "the list of contents of this handout is damaged")


def test_a_newer_handout_and_another_programs_zip_are_told_apart(good):
    refused(rewritten(good, FILES, manifest={"version": 2}), "newer quizzer")
    refused(rewritten(good, FILES, manifest={"format": "other"}), "no handout")


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "[" * 100_000])
def test_a_manifest_that_is_no_object_is_refused(good, text):
    with zipfile.ZipFile(good, "w") as archive:
        archive.writestr(MANIFEST, text)

    refused(good, "the list of contents of this handout is damaged")


def test_a_handout_that_was_cut_short_is_refused(good):
    whole = good.read_bytes()
    for end in range(0, len(whole), 97):
        good.write_bytes(whole[:end])

        refused(good, "damaged or cut short")


def test_a_handout_is_told_by_its_content_or_else_by_its_name(good, tmp_path):
    renamed = tmp_path / "week.zip"
    renamed.write_bytes(good.read_bytes())
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("collection.anki2", "")
    good.write_bytes(b"PK cut short")

    assert [is_handout(path) for path in (renamed, other, good)] == [True, False, True]
    assert not is_handout(tmp_path / "nowhere.quizzer")
    assert not is_handout(tmp_path)


def test_any_changed_byte_of_a_file_is_noticed(good):
    whole = good.read_bytes()
    place = whole.index(b"schema: 1")
    good.write_bytes(whole[:place] + b"S" + whole[place + 1 :])

    refused(good, "damaged")
