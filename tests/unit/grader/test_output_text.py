"""What a submission prints is made safe before anybody sees it."""

from __future__ import annotations

from quizzer.grader.output_text import readable_output


def test_escapes_bidirectional_marks_and_bells_are_removed_and_text_stays() -> None:
    raw = "\x1b[31mred\x1b[0m\ttab\r\n\u202eевил\u202c 张量\x07\x00".encode() + b"\xff"

    assert readable_output(raw) == "[31mred[0m\ttab\nевил 张量\ufffd"
