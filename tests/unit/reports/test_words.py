"""The sentences exist in every language and take the same values."""

from __future__ import annotations

from string import Formatter

import pytest

from quizzer.domain.text import LANGUAGES
from quizzer.domain.verdict import Verdict
from quizzer.reports.words import CATALOGUE, say


@pytest.mark.parametrize("key", CATALOGUE)
def test_a_sentence_asks_for_the_same_values_in_each_language(key: str) -> None:
    versions = CATALOGUE[key]

    names = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in versions.values()]

    assert tuple(versions) == LANGUAGES
    assert all(found == names[0] for found in names)


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_its_words(verdict: Verdict) -> None:
    assert say("zh-CN", verdict.value) != say("en", verdict.value)


def test_a_language_without_a_sentence_gets_english() -> None:
    assert say("fr", "pass") == "pass"
