"""Every sentence of the study screens exists in every language, with the same gaps to fill."""

from __future__ import annotations

import string

import pytest

from quizzer.domain.memory import Rating
from quizzer.domain.text import LANGUAGES
from quizzer.reports.card_words import WORDS, rating_word, say


def gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_language_has_every_sentence() -> None:
    assert set(WORDS) == set(LANGUAGES)
    assert len({frozenset(words) for words in WORDS.values()}) == 1


@pytest.mark.parametrize("key", WORDS["en"])
def test_a_sentence_has_the_same_gaps_in_every_language(key: str) -> None:
    assert len({frozenset(gaps(words[key])) for words in WORDS.values()}) == 1


def test_a_language_that_is_not_spoken_falls_back_to_english() -> None:
    assert say("de", "why") == "Why"


def test_ratings_have_four_different_names() -> None:
    for language in LANGUAGES:
        assert len({rating_word(language, rating) for rating in Rating}) == 4


def test_no_sentence_is_unused() -> None:
    import ast
    from pathlib import Path

    import quizzer

    root = Path(quizzer.__file__).parent
    files = [*root.glob("cli/study*.py"), *root.glob("cli/undo.py"), *root.glob("reports/card_*.py")]
    used: set[str] = set()
    for file in files:
        if file.name == "card_words.py":
            used |= {"again", "hard", "good", "easy"}
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        used |= {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }

    assert {key for key in WORDS["en"] if key not in used and not key.startswith("clue_")} == set()
