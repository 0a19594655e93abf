"""The READMEs, and the guides for authors, are the same in both languages but for their prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_STEP = re.compile(r"(?:<!-- .*? -->\n)?```\w+\n.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)]+)\)")


@pytest.fixture(scope="module")
def readmes(repository: Path) -> tuple[str, str]:
    return tuple((repository / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md"))  # type: ignore[return-value]


def commands(text: str) -> list[tuple[str, str]]:
    """Each block of code without the remarks behind its commands."""
    return [
        (kind, block if kind == "python" else re.sub(r"\s+# .*$", "", block, flags=re.MULTILINE))
        for kind, block in _BLOCK.findall(text)
    ]


def test_both_show_the_same_commands_and_code(readmes: tuple[str, str]) -> None:
    english, chinese = readmes

    assert commands(chinese) == commands(english)
    assert len(commands(english)) == 5


def test_both_lead_to_the_same_places_which_exist(readmes: tuple[str, str], repository: Path) -> None:
    english, chinese = ([link for link in _LINK.findall(text) if "README" not in link] for text in readmes)

    assert [link.replace(".zh-CN.md", ".md") for link in chinese] == english
    assert [link for link in (*english, *chinese) if not (repository / link).exists()] == []


def test_both_have_the_same_sections(readmes: tuple[str, str]) -> None:
    english, chinese = (re.findall(r"^(#+) ", text, re.MULTILINE) for text in readmes)

    assert chinese == english


def test_both_guides_have_the_same_steps(repository: Path) -> None:
    """The English one is followed by a test of its own, so the Chinese one is as true."""
    folder = repository / "docs" / "authoring"
    english, chinese = ((folder / name).read_text(encoding="utf-8") for name in ("guide.md", "guide.zh-CN.md"))

    assert _STEP.findall(chinese) == _STEP.findall(english)
    assert len(_STEP.findall(english)) == 40
    assert re.findall(r"^(#+) ", chinese, re.MULTILINE) == re.findall(r"^(#+) ", english, re.MULTILINE)
