"""Which saves are noticed, and when a file counts as written: real files, and a clock that is moved by hand."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from quizzer.services.submission_file import SubmissionFile
from quizzer.services.watch_files import FileWatch, Gone, Saved, python_files
from quizzer.services.watch_reading import NotThere, Unfinished, read_saved


class Hands:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Watched:
    """A watch over targets, polled every 50 ms of a clock of its own."""

    def __init__(self, *targets: Path) -> None:
        self._clock = Hands()
        self.watch = FileWatch(targets, clock=self._clock)

    def polls(self, times: int = 1) -> list[Saved | Gone]:
        found = []
        for _ in range(times):
            self._clock.now += 0.05
            found += self.watch.poll()
        return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "one.py"
    path.write_text("x = 1\n")
    return path


def test_what_was_there_at_the_start_is_known_and_not_reported(file: Path) -> None:
    watched = Watched(file.parent)

    assert watched.watch.files == [file]
    assert watched.polls(20) == []


@pytest.mark.parametrize("as_folder", [True, False])
def test_a_save_is_reported_once_and_after_two_looks(file: Path, *, as_folder: bool) -> None:
    watched = Watched(file.parent if as_folder else file)
    file.write_text("x = 22\n")

    assert watched.polls() == []
    assert watched.polls() == [Saved(file)]
    assert watched.polls(20) == []


def test_what_a_file_has_become_can_be_taken_as_known(file: Path) -> None:
    watched = Watched(file)
    file.write_text("x = 22\n")
    watched.polls()

    watched.watch.take_as_known(file)

    assert watched.polls(3) == []
    file.write_text("x = 333\n")
    assert watched.polls(3) == [Saved(file)]


def test_a_file_that_still_grows_is_not_reported_before_it_rests(file: Path) -> None:
    watched = Watched(file)
    seen = []
    for length in range(10, 20):
        file.write_text("x" * length)
        seen += watched.polls()

    assert seen == []
    assert watched.polls(2) == [Saved(file)]


def test_an_editor_that_renames_a_new_file_into_place_is_a_save(file: Path) -> None:
    watched = Watched(file.parent)
    new = file.with_name(".one.py.swp")
    new.write_text("x = 1\n")
    times = file.stat()
    os.utime(new, ns=(times.st_atime_ns, times.st_mtime_ns))

    new.replace(file)

    assert watched.polls(3) == [Saved(file)]


def test_a_moment_without_the_file_is_no_news(file: Path) -> None:
    watched = Watched(file)

    file.unlink()
    assert watched.polls(5) == []
    file.write_text("x = 2\n")

    assert watched.polls(3) == [Saved(file)]


@pytest.mark.parametrize("as_folder", [True, False])
def test_a_deleted_file_is_reported_once_and_again_when_it_is_back(file: Path, *, as_folder: bool) -> None:
    watched = Watched(file.parent if as_folder else file)

    file.unlink()
    assert watched.polls(30) == [Gone(file)]
    file.write_text("x = 1\n")

    assert watched.polls(10) == [Saved(file)]


def test_a_new_file_below_a_folder_is_a_save(tmp_path: Path) -> None:
    watched = Watched(tmp_path)
    deep = tmp_path / "week" / "one"
    deep.mkdir(parents=True)
    (deep / "new.py").write_text("x = 1\n")

    assert watched.polls(10) == [Saved(deep / "new.py")]


def test_a_folder_may_vanish_and_come_back(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    moved = folder / "two.py"
    shutil.copy(file, moved)
    watched = Watched(folder)

    shutil.rmtree(folder)
    assert watched.polls(30) == [Gone(moved)]
    folder.mkdir()
    shutil.copy(file, moved)

    assert watched.polls(10) == [Saved(moved)]


def test_a_file_that_is_not_there_yet_can_be_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "later.py"
    watched = Watched(path)
    assert watched.polls(30) == []

    path.write_text("x = 1\n")

    assert watched.polls(3) == [Saved(path)]


def test_environments_hidden_folders_and_links_in_circles_are_passed_over(tmp_path: Path) -> None:
    for name in (".git", "__pycache__", "node_modules", "my-env"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.py").write_text("")
    (tmp_path / "my-env" / "pyvenv.cfg").write_text("")
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / "note.txt").write_text("")
    (tmp_path / "mine.py").write_text("")

    assert list(python_files(tmp_path)) == [tmp_path / "mine.py"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", Unfinished("the file is empty", empty=True)),
        (b" \n", Unfinished("the file is empty", empty=True)),
        (b"\xff\n", Unfinished("not UTF-8: byte 0xff")),
        (b"x = 1\ndef (\n", Unfinished("invalid syntax", line=2)),
        (b"x = 1\0\n", Unfinished("source code string cannot contain null bytes")),
    ],
)
def test_a_half_written_file_is_unfinished(file: Path, raw: bytes, expected: Unfinished) -> None:
    file.write_bytes(raw)

    assert read_saved(file) == expected


def test_a_whole_file_is_ready_even_where_python_would_warn(file: Path) -> None:
    file.write_text('# quizzer: double\npattern = "\\d"\n')

    found = read_saved(file)

    assert isinstance(found, SubmissionFile)
    assert found.exercise == "double"


def test_a_missing_file_is_not_there(tmp_path: Path) -> None:
    assert isinstance(read_saved(tmp_path / "none.py"), NotThere)
