"""The built-in content follows its files, and a start without changes costs a glance."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizzer import __version__
from quizzer.domain.errors import InputError
from quizzer.services.paths import ContentFolders, builtin_folders
from quizzer.services.sync import content_version, ensure_builtin_content
from quizzer.storage.store import Store, open_store
from small_content import rewrite, write_content

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def folders(tmp_path: Path) -> ContentFolders:
    root = write_content(tmp_path / "content")
    return ContentFolders(root / "decks", root / "exercises")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "quizzer.db") as opened:
        yield opened


def test_the_first_start_brings_everything_in_and_the_second_nothing(store: Store, folders: ContentFolders) -> None:
    first = ensure_builtin_content(store, at=NOW, folders=folders)
    second = ensure_builtin_content(store, at=NOW, folders=folders)

    assert first is not None
    assert (len(first.added), first.exercises_added) == (3, ("double",))
    assert second is None
    assert content_version(store)


def test_an_edited_card_is_changed_and_a_removed_one_retired(store: Store, folders: ContentFolders) -> None:
    ensure_builtin_content(store, at=NOW, folders=folders)
    cards = folders.decks / "mini/cards/tensors.yaml"
    rewrite(cards, "It has no axis.", "It has no axis at all.")
    rewrite(cards, "id: rows", "id: columns")

    report = ensure_builtin_content(store, at=NOW, folders=folders)

    assert report is not None
    assert (report.added, report.changed, report.retired) == (("mini/columns",), ("mini/rank",), ("mini/rows",))


def test_files_that_were_only_touched_are_not_read_again_as_cards(store: Store, folders: ContentFolders) -> None:
    ensure_builtin_content(store, at=NOW, folders=folders)
    os.utime(folders.decks / "mini/deck.yaml", (1, 1))

    assert ensure_builtin_content(store, at=NOW, folders=folders) is None


@pytest.fixture
def installed(tmp_path: Path) -> ContentFolders:
    """The folders of a wheel as pip leaves them, with its record."""
    package = tmp_path / "site" / "quizzer"
    root = write_content(tmp_path / "content")
    shutil.copytree(root / "decks", package / "_decks")
    shutil.copytree(root / "exercises", package / "_exercises")
    record(package).parent.mkdir()
    record(package).write_text("quizzer/_decks/mini/deck.yaml,sha256=abc,1\n")
    return builtin_folders(package)


def record(package: Path) -> Path:
    return package.parent / f"quizzer-{__version__}.dist-info" / "RECORD"


def test_an_installed_wheel_is_looked_at_again_only_when_it_was_installed_anew(
    store: Store, installed: ContentFolders
) -> None:
    assert ensure_builtin_content(store, at=NOW, folders=installed) is not None
    rewrite(installed.decks / "mini/cards/tensors.yaml", "It has no axis.", "It has no axis at all.")

    assert ensure_builtin_content(store, at=NOW, folders=installed) is None
    record(installed.decks.parent).write_text("quizzer/_decks/mini/deck.yaml,sha256=abd,1\n")
    report = ensure_builtin_content(store, at=NOW, folders=installed)

    assert report is not None
    assert report.changed == ("mini/rank",)
    assert ensure_builtin_content(store, at=NOW, folders=installed) is None


def test_a_record_that_does_not_name_the_decks_says_nothing_of_them(store: Store, installed: ContentFolders) -> None:
    record(installed.decks.parent).write_text("quizzer/_editable.py,sha256=abc,1\n")
    ensure_builtin_content(store, at=NOW, folders=installed)
    rewrite(installed.decks / "mini/cards/tensors.yaml", "It has no axis.", "It has no axis at all.")

    report = ensure_builtin_content(store, at=NOW, folders=installed)

    assert report is not None
    assert report.changed == ("mini/rank",)


def test_an_installation_without_its_files_retires_nothing(store: Store, installed: ContentFolders) -> None:
    ensure_builtin_content(store, at=NOW, folders=installed)
    shutil.rmtree(installed.decks)
    shutil.rmtree(installed.exercises)
    record(installed.decks.parent).write_text("quizzer/_decks/mini/deck.yaml,sha256=abd,1\n")

    assert ensure_builtin_content(store, at=NOW, folders=installed) is None


def test_a_start_without_changes_reads_no_file(store: Store, folders: ContentFolders) -> None:
    ensure_builtin_content(store, at=NOW, folders=folders)
    path = folders.decks / "mini/cards/tensors.yaml"
    before = path.stat()

    # Only its bytes differ, which a glance at names, sizes and times cannot see.
    rewrite(path, "It has no axis.", "It has no axes.")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert ensure_builtin_content(store, at=NOW, folders=folders) is None


def test_content_that_moved_with_its_installation_is_not_new(
    store: Store, folders: ContentFolders, tmp_path: Path
) -> None:
    ensure_builtin_content(store, at=NOW, folders=folders)
    elsewhere = (tmp_path / "content").rename(tmp_path / "elsewhere")

    moved = ContentFolders(elsewhere / "decks", elsewhere / "exercises")

    assert ensure_builtin_content(store, at=NOW, folders=moved) is None


def test_a_broken_file_changes_nothing_and_is_named(store: Store, folders: ContentFolders) -> None:
    ensure_builtin_content(store, at=NOW, folders=folders)
    version = content_version(store)
    rewrite(folders.decks / "mini/cards/tensors.yaml", "kind: basic", "kind: bascic")

    with pytest.raises(InputError) as caught:
        ensure_builtin_content(store, at=NOW, folders=folders)

    assert len(caught.value.diagnostics) == 2
    assert content_version(store) == version


def test_an_installation_without_content_is_no_error(store: Store, tmp_path: Path) -> None:
    nowhere = ContentFolders(tmp_path / "no", tmp_path / "nothing")

    assert ensure_builtin_content(store, at=NOW, folders=nowhere) is None


def test_a_wheel_carries_its_content_and_a_checkout_has_it_beside(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "quizzer"
    package.mkdir(parents=True)
    assert builtin_folders(package) == ContentFolders(package.parent / "decks", package.parent / "exercises")

    (package / "_decks").mkdir()

    assert builtin_folders(package) == ContentFolders(package / "_decks", package / "_exercises")
