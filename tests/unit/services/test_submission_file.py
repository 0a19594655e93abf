"""Reading a learner's file: anything may be named, and the answer says what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quizzer.domain.errors import InputError, UsageError
from quizzer.services.submission_file import MAX_BYTES, exercise_of, read_submission


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "solution.py"


def test_windows_line_ends_and_a_byte_order_mark_are_taken_away(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf# quizzer: dropout\r\nx = 1\r\n")

    submission = read_submission(file)

    assert submission.source == "# quizzer: dropout\nx = 1\n"
    assert submission.exercise == "dropout"


@pytest.mark.parametrize(
    "header",
    ["# quizzer: dropout", "#quizzer:dropout", "  #  quizzer:   dropout  ", "#!/usr/bin/python\n# quizzer: dropout"],
)
def test_the_header_is_found_however_it_is_spaced(file: Path, header: str) -> None:
    file.write_text(f"{header}\nx = 1\n")

    assert read_submission(file).exercise == "dropout"


def test_a_header_deep_in_the_file_does_not_count(file: Path) -> None:
    file.write_text("x = 1\n" * 30 + "# quizzer: dropout\n")

    assert read_submission(file).exercise is None


def test_an_exercise_asked_for_beats_the_header(file: Path) -> None:
    file.write_text("# quizzer: dropout\n")

    assert exercise_of(read_submission(file), "conv2d-shape") == "conv2d-shape"


def test_without_header_and_option_the_message_says_what_to_write(file: Path) -> None:
    file.write_text("x = 1\n")

    with pytest.raises(InputError, match=f"{file}:1 no line `# quizzer: EXERCISE-ID`") as caught:
        exercise_of(read_submission(file), None)

    assert "--exercise ID" in str(caught.value.hint)


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_refused(file: Path) -> None:
    file.write_bytes(b"#" * MAX_BYTES)
    assert len(read_submission(file).source) == MAX_BYTES

    file.write_bytes(b"#" * (MAX_BYTES + 1))

    with pytest.raises(InputError, match="larger than 256 KiB"):
        read_submission(file)


def test_bytes_that_are_not_utf8_are_named_by_line_and_column(file: Path) -> None:
    file.write_bytes("# quizzer: dropout\n# 丢弃\n".encode("gbk"))

    with pytest.raises(InputError, match="not UTF-8: byte 0xb6") as caught:
        read_submission(file)

    assert str(caught.value.location) == f"{file}:2:3"
    assert "UTF-8" in str(caught.value.hint)


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    with pytest.raises(InputError, match="empty"):
        read_submission(file)


def test_a_missing_file_and_a_folder_are_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read_submission(tmp_path / "missing.py")
    with pytest.raises(UsageError, match="not a file"):
        read_submission(tmp_path)


@pytest.mark.timeout(10)
def test_a_named_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.py"
    os.mkfifo(pipe)

    with pytest.raises(UsageError, match="not a file"):
        read_submission(pipe)


def test_a_device_that_never_ends_is_refused() -> None:
    with pytest.raises(UsageError, match="not a file"):
        read_submission(Path("/dev/zero"))


def test_a_path_that_no_system_allows_is_explained() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_submission(Path("a\0b.py"))
