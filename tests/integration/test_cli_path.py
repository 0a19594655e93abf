"""``quizzer path``: the decks in order, how far the learner has come, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from small_content import RIGHT, rewrite, write_content

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

NEXT_DECK = """
schema: 1
id: after
version: "1"
title: {en: After, zh-CN: 之后}
description: {en: One card, zh-CN: 一张卡片}
licence: MIT
topics:
  - {id: views, requires: [tensors]}
"""
NEXT_CARDS = """
cards:
  - id: view
    kind: basic
    topic: views
    prompt: {en: "What does a view share?", zh-CN: "视图共享什么？"}
    answer: {en: "memory", zh-CN: "内存"}
    why: {en: "It never copies.", zh-CN: "它从不复制。"}
    source: "definition"
"""


def imported(learner: Program, tmp_path: Path) -> Program:
    folder = write_content(tmp_path / "content")
    (folder / "decks/after/cards").mkdir(parents=True)
    (folder / "decks/after/deck.yaml").write_text(NEXT_DECK, encoding="utf-8")
    (folder / "decks/after/cards/views.yaml").write_text(NEXT_CARDS, encoding="utf-8")
    assert learner("deck", "import", folder).code == 0
    return learner


def line_of(page: str, name: str) -> list[str]:
    return next(line.split() for line in page.splitlines() if line.startswith(name))


def test_every_deck_stands_after_what_it_requires_and_says_what_it_waits_for(learner: Program, tmp_path: Path) -> None:
    page = imported(learner, tmp_path)("path").out

    assert page.index("\nmini ") < page.index("\nafter ")
    assert line_of(page, "mini") == ["mini", "Mini", "0/2", "0/1", "ready"]
    assert line_of(page, "after")[2:] == ["0/1", "-", "first", "learn", "tensors"]
    assert "Next topics" in page


def test_the_page_is_there_in_chinese(learner: Program, tmp_path: Path) -> None:
    page = imported(learner, tmp_path)("--lang", "zh-CN", "path").out

    assert line_of(page, "after")[1:] == ["之后", "0/1", "-", "先学", "tensors"]
    assert "接下来的知识点" in page


def test_of_many_topics_that_a_deck_waits_for_the_first_is_named_and_the_rest_counted(
    learner: Program, tmp_path: Path
) -> None:
    program = imported(learner, tmp_path)
    rewrite(tmp_path / "content/decks/after/deck.yaml", "requires: [tensors]", "requires: [tensors, torch.Tensor]")
    assert program("deck", "import", tmp_path / "content").code == 0

    assert line_of(program("path").out, "after")[4:] == ["first", "learn", "tensors", "and", "1", "more"]
    assert line_of(program("--lang", "zh-CN", "path").out, "after")[4:] == ["先学", "tensors，另有", "1", "项"]


def test_a_deck_is_shown_with_its_topics_and_exercises(learner: Program, tmp_path: Path) -> None:
    imported(learner, tmp_path)
    before = learner("path", "mini").out
    (learner.folder / "double.py").write_text(RIGHT, encoding="utf-8")
    assert learner("grade", "double.py").code == 0

    after = learner("path", "mini").out

    assert line_of(before, "tensors") == ["tensors", "0/2", "ready"]
    assert line_of(before, "double")[-4:] == ["1", "first", "learn", "tensors"]
    assert line_of(after, "double")[-1] == "solved"


def test_as_json_each_deck_has_its_topics_and_exercises_with_what_they_wait_for(
    learner: Program, tmp_path: Path
) -> None:
    (mini,) = imported(learner, tmp_path)("path", "mini", "--json").json["decks"]

    assert (mini["id"], mini["standing"]) == ("mini", "open")
    assert mini["topics"] == [
        {"id": "tensors", "standing": "open", "cards": 2, "new": 2, "learned": 0, "waits_for": []}
    ]
    (double,) = mini["exercises"]
    assert (double["id"], double["topic"], double["solved"], double["waits_for"]) == (
        "double", "tensors", False, ["tensors"],
    )  # fmt: skip


def test_an_unknown_deck_is_refused_with_the_one_that_was_meant(learner: Program, tmp_path: Path) -> None:
    refused = imported(learner, tmp_path)("path", "mni")

    assert refused.code == 2
    assert "there is no deck 'mni'" in refused.err
    assert "did you mean mini?" in refused.err


def test_an_order_out_of_range_is_refused_where_it_stands(quizzer: Program, tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    rewrite(folder / "decks/mini/deck.yaml", "licence: MIT", "licence: MIT\norder: 0")

    refused = quizzer("deck", "lint", folder)

    assert refused.code == 1
    assert "deck.yaml:7:" in refused.out
