"""The sentences exist in every language and take the same values."""

from __future__ import annotations

from string import Formatter

import pytest

from quizzer.domain.text import LANGUAGES
from quizzer.domain.verdict import Verdict
from quizzer.reports import backup_words, collection_words, exchange_words, memory_words, stats_words, words
from quizzer.reports.stats_rows import percent
from quizzer.reports.words import CATALOGUE, say

# Several pages may call one thing differently, so a sentence is known by its page and its key.
PAGES = (words, backup_words, collection_words, exchange_words, memory_words, stats_words)
ALL = {
    f"{page.__name__.rpartition('.')[2]} {key}": texts
    for page in PAGES
    for key, texts in page.CATALOGUE.sentences.items()
}


@pytest.mark.parametrize("key", ALL)
def test_a_sentence_asks_for_the_same_values_in_each_language(key: str) -> None:
    versions = ALL[key]

    names = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in versions.values()]

    assert tuple(versions) == LANGUAGES
    assert all(found == names[0] for found in names)


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_its_words(verdict: Verdict) -> None:
    assert say("zh-CN", verdict.value) != say("en", verdict.value)


def test_a_language_without_a_sentence_gets_english() -> None:
    assert say("fr", "pass") == "pass"
    assert stats_words.say("fr", "again") == "Again"
    assert collection_words.say("fr", "leech") == "leech"


def test_cards_and_searches_have_words_of_their_own_and_those_of_the_listings() -> None:
    assert not set(collection_words.CATALOGUE.sentences) & set(CATALOGUE.sentences)
    assert collection_words.say("zh-CN", "due") == say("zh-CN", "due")


@pytest.mark.parametrize(("rate", "shown"), [(0.0, 0), (0.001, 1), (0.845, 84), (0.999, 99), (1.0, 100)])
def test_only_all_is_a_hundred_percent_and_only_nothing_is_none(rate: float, shown: int) -> None:
    assert percent(rate) == shown


def test_the_statistics_have_words_of_their_own_and_those_of_the_listings() -> None:
    assert not set(stats_words.CATALOGUE.sentences) & set(CATALOGUE.sentences)
    assert stats_words.say("zh-CN", "due_now") == say("zh-CN", "due_now")


@pytest.mark.parametrize(
    ("duration_s", "words"),
    [(0, "0 s"), (89.4, "89 s"), (90, "2 min"), (7199, "120 min"), (7200, "2 h 0 min"), (12_345, "3 h 26 min")],
)
def test_a_duration_is_said_in_the_unit_that_people_would_use(duration_s: float, words: str) -> None:
    assert stats_words.spent(duration_s, language="en") == words
