"""docs/authoring/codes.md is true: each change to its deck gives exactly the lines below it."""

import re
from pathlib import Path

import pytest

from quizzer.content import lint_deck

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "authoring" / "codes.md").read_text(encoding="utf-8")
FILES = re.findall(r"<!-- file: (\S+) -->\n```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
CHANGES = re.findall(r"^```diff\n-([^\n]*)\n\+([^\n]*)\n```\n```text\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


@pytest.fixture
def deck(tmp_path, monkeypatch):
    for name, text in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Path("axes")


def test_the_deck_of_the_page_is_clean(deck):
    assert lint_deck(deck) == ()


def test_every_block_of_the_page_is_an_example():
    assert PAGE.count("```diff") == len(CHANGES) >= 10
    assert all(said for _, _, said in CHANGES)


@pytest.mark.parametrize(("old", "new", "said"), CHANGES, ids=[change[2].split()[1] for change in CHANGES])
def test_a_change_gives_exactly_the_lines_below_it(deck, old, new, said):
    path = deck / "cards/10-first.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")

    assert "".join(f"{one}\n" for one in lint_deck(deck)) == said
