"""Sentences in another language, found by the English ones: values keep their places, nothing is guessed."""

from __future__ import annotations

import ast
import errno
import os
import re
from pathlib import Path

import click
import pytest

from helps import commands
from quizzer.reports.chinese import calls, doctor, errors, help_authoring, help_learning, import_errors, lint
from quizzer.reports.phrasebook import Phrasebook, phrasebook
from raised import SOURCE, raised_sentences

BOOK = Phrasebook(
    {
        "there is no deck {}": "没有卡组 {}",
        "there is no card {} in {}": "{1} 中没有卡片 {0}",
        "{} cannot be written: {}": "{} 无法写入：{}",
        "{} is {}": "{} 的值是 {}",
        "Permission denied": "权限不够",
        "Keep cards away until tomorrow.": "把卡片搁置到明天。",
        "Mark cards: the tag you know.": "标记卡片：你知道的标签。再说一句。",
    }
)
SAID_BY_THE_SYSTEM = {
    os.strerror(code) for code in (errno.EACCES, errno.ENOENT, errno.EISDIR, errno.ENOTDIR, errno.ENOSPC, errno.EROFS)
} | {os.strerror(errno.EEXIST)}
TOO_GENERAL = {"{}: {}"}
"""Says nothing of itself; its values are looked up nowhere."""


def test_a_value_is_kept_where_the_other_language_has_it() -> None:
    assert BOOK.said("there is no deck 'a b'") == "没有卡组 'a b'"
    assert BOOK.said("there is no card 'x' in a/b.yaml") == "a/b.yaml 中没有卡片 'x'"


def test_a_value_that_is_a_sentence_itself_is_said_too() -> None:
    assert BOOK.said("/x: y cannot be written: Permission denied") == "/x: y 无法写入：权限不够"


def test_what_stands_between_quotes_is_a_name_and_stays() -> None:
    book = Phrasebook({"'{}' is missing in this {}": "这个{1}缺少 '{0}'", "title": "标题", "deck": "卡组"})

    assert book.said("'title' is missing in this deck") == "这个卡组缺少 'title'"


def test_what_the_book_lacks_stays_english() -> None:
    assert BOOK.said("The moon cannot be seen.") == "The moon cannot be seen."


def test_a_sentence_of_nearly_no_words_of_its_own_fits_only_a_single_word() -> None:
    assert BOOK.said("desired_retention is 1.5") == "desired_retention 的值是 1.5"
    assert BOOK.said("the sky above is blue") == "the sky above is blue"


def test_braces_in_a_value_are_no_places() -> None:
    assert BOOK.said("there is no deck '{0}{x}'") == "没有卡组 '{0}{x}'"


def test_a_text_that_click_shortened_is_found_by_its_beginning() -> None:
    assert BOOK.begins("Keep cards away") == "把卡片搁置到明天。"
    assert BOOK.begins("Mark cards") == "标记卡片：你知道的标签。"
    assert BOOK.begins("Nobody") is None


@pytest.mark.parametrize("table", [calls, doctor, errors, help_authoring, help_learning, import_errors, lint])
def test_the_chinese_takes_the_values_of_the_english(table: object) -> None:
    for english, chinese in table.CHINESE.items():  # type: ignore[attr-defined]
        values = [f"<{place}>" for place in range(english.count("{}"))]
        told = chinese.format(*values) if values else chinese

        assert all(told.count(value) == 1 for value in values), english
        assert chinese != english


def test_every_text_of_help_is_there_in_chinese_and_no_other() -> None:
    shown = {text for helped in commands() for text in helped.texts}
    told = help_learning.CHINESE.keys() | help_authoring.CHINESE.keys()

    assert sorted(shown - told) == [], "write these into quizzer/reports/chinese/help_*.py"
    assert sorted(told - shown) == [], "nothing says these any more"


def test_every_error_and_hint_is_there_in_chinese() -> None:
    told = errors.CHINESE.keys() | import_errors.CHINESE.keys()

    missing = [f"{one.place}: {one.template}" for one in raised_sentences() if one.template not in told | TOO_GENERAL]

    assert missing == [], "write these into quizzer/reports/chinese/errors.py"


def test_no_chinese_sentence_is_left_of_an_english_one_that_is_gone() -> None:
    written = _written(SOURCE) | SAID_BY_THE_SYSTEM
    clicks = _written(Path(click.__file__).parent)

    for table in (errors, import_errors, doctor):
        assert [english for english in table.CHINESE if english not in written and english not in _JOINED] == []
    # What lint says is put together from parts; each of them is still written somewhere.
    pieces = "\n".join(written)
    parts = {part.strip(" ,;'") for english in lint.CHINESE for part in english.split("{}")}
    assert {part for part in parts if not any(one in pieces for one in (part, part.removeprefix("1 ")))} <= _JOINED
    named = _placeholders_alone(clicks)
    assert [english for english in calls.CHINESE if english not in named | written | _COMPOSED] == []


_PLACES = ("does not exist.", "is a directory.", "is a file.", "is not readable.", "is not writable.")
# Put together from parts where they are said.
_JOINED = {
    "1 error",
    "{} errors",
    "1 file",
    "{} files",
    "pid {}, since {}, {} runs, idle for {} s, torch {}, isolation {}",
    "not a terminal, {}, no colours, {}",
    "{}x{}, no colours, {}",
    "{} (simulated by QUIZZER_NOW)",
    "a wrong option needs feedback",
    "no options are correct; exactly one must be",
    "must be more than",
    "or more, not",
    "a number (",
    "is not a key of a",
    "is not a key of an",
    "decks has the topic",
}
# click puts these together from parts, or from the name of a kind of value.
_COMPOSED = {
    "Missing argument {}.",
    "Missing option {}.",
    "Missing argument {}. {}",
    "Missing option {}. {}",
    "No such option {}. Did you mean {}?",
    "No such option {}. (Did you mean one of: {}?)",
    "Choose from: {}",
    "Try '{}' for help.",
    "required",
    "float",
    *(f"{kind} {{}} {what}" for kind in ("File", "Directory", "Path") for what in _PLACES),
}


def _written(folder: Path) -> set[str]:
    """Every text in the source below ``folder``, and every f-string with ``{}`` for its values."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        if "chinese" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                found.add("".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values))
    return found | {one.template for one in raised_sentences()}


def _placeholders_alone(texts: set[str]) -> set[str]:
    """click's texts with ``{name!r}`` as ``{}``."""
    return {re.sub(r"\{[^}]*\}", "{}", text) for text in texts}


def test_english_readers_pay_for_no_table() -> None:
    assert phrasebook("en").said("there is no exercise 'x'") == "there is no exercise 'x'"
