"""A name of a picture or sound on a page is a link to the file that the learner has, and to no other."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console
from rich.text import Text as RichText

from quizzer.cli.study_screen import Screen

LINK = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")


@pytest.fixture
def folder(tmp_path):
    media = tmp_path / "media"
    media.mkdir()
    (media / "图 (1).png").write_bytes(b"x")
    (media / "a.mp3").write_bytes(b"x")
    (tmp_path / "secret.png").write_bytes(b"x")
    return media


def shown(text, folder, *, plain=False, terminal=True):
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=terminal, color_system="truecolor" if terminal else None, width=80)
    Screen(console, language="en", plain=plain, home=folder.parent).show([RichText("first"), RichText(text)])
    return stream.getvalue()


@pytest.mark.parametrize("name", ["图 (1).png", "a.mp3"])
def test_a_file_that_is_there_is_a_link_and_the_text_stays(folder, name):
    kind = "sound" if name.endswith("mp3") else "image"

    page = shown(f"See ({kind}: {name}) now.", folder)

    assert (folder / name).as_uri() in page
    assert LINK.sub("", page) == f"first\nSee ({kind}: {name}) now.\n"


@pytest.mark.parametrize("name", ["b.png", "../secret.png", "图 (1).png.exe", "/etc/x.png"])
def test_whatever_else_a_text_names_is_no_link(folder, name):
    assert "file://" not in shown(f"(image: {name})", folder)


def test_without_a_folder_or_a_terminal_and_on_plain_pages_there_is_text_alone(folder, tmp_path):
    text = "(image: a.mp3)"

    assert "file://" not in shown(text, tmp_path / "nowhere" / "media")
    assert shown(text, folder, plain=True).endswith(f"{text}\n")
    assert shown(text, folder, terminal=False) == f"first\n{text}\n"
