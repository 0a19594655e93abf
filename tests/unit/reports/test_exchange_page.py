"""What an import did, as a person reads it: a row for each deck, what was left out and why, in two languages."""

from __future__ import annotations

import pytest

from quizzer.domain.card import CardId, DeckId
from quizzer.domain.exchange import ExchangeReport, Fate, Remark, Skipped, SkipReason
from quizzer.domain.text import LANGUAGES
from quizzer.reports.card_page import PageStyle
from quizzer.reports.exchange_view import import_object, import_page
from quizzer.reports.exchange_words import CATALOGUE

WORDS, OTHER = DeckId("anki-words"), DeckId("anki-other")


def report(*fates, skipped=(), remarks=None, dry_run=False, title="Words"):
    return ExchangeReport(
        fates=tuple((CardId(f"anki/{number}"), deck, fate) for number, (deck, fate) in enumerate(fates)),
        titles={WORDS: title},
        histories={WORDS: 2},
        reviews={WORDS: 30},
        skipped=skipped,
        remarks=remarks or {},
        dry_run=dry_run,
        backup=None if dry_run else "/somewhere/copy.db",
    )


def page(shown, *, language="en", width=100):
    return [line.plain for line in import_page(shown, style=PageStyle(width, language, plain=True, colour=False))]


def test_each_deck_has_a_row_with_what_happened_to_its_cards():
    lines = page(report((WORDS, Fate.NEW), (WORDS, Fate.NEW), (OTHER, Fate.UPDATED), (WORDS, Fate.UNCHANGED)))

    assert [line.split() for line in lines] == [
        ["Deck", "New", "Updated", "Unchanged", "With", "schedule", "Answers"],
        ["Words", "2", "0", "1", "2", "30"],
        ["anki-other", "0", "1", "0", "0", "0"],
    ]


def test_columns_for_what_is_rare_come_only_where_it_happened():
    lines = page(report((WORDS, Fate.RETURNED), (WORDS, Fate.CONFLICT)))

    assert lines[0].split()[:6] == ["Deck", "New", "Updated", "Back", "Unchanged", "Kept"]
    assert lines[1].split()[:6] == ["Words", "0", "0", "1", "0", "1"]
    assert lines[2].startswith("Kept: these cards come from your own deck files")
    assert lines[3] == "  = anki/1"


def test_what_was_left_out_is_named_up_to_twenty():
    skipped = tuple(Skipped(f"note {number}", SkipReason.EMPTY) for number in range(23))

    lines = page(report((WORDS, Fate.NEW), skipped=skipped))

    assert "Left out (23):" in lines
    assert "  - note 19: it asks nothing, or has no answer" in lines
    assert lines[-1] == "  … and 3 more (all of them with --json)"


def test_a_dry_run_says_so_first():
    assert page(report((WORDS, Fate.NEW), dry_run=True))[0].startswith("Dry run: nothing was changed.")


def test_a_file_of_nothing_says_so():
    assert page(report()) == ["There is nothing in this file that quizzer can use."]


@pytest.mark.parametrize("remark", Remark)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_remark_is_a_sentence_in_each_language(remark, language):
    lines = page(report((WORDS, Fate.NEW), remarks={remark: 7}), language=language)

    assert lines[-1] != remark.value
    assert "{" not in lines[-1]
    assert ("7" in lines[-1]) == (remark is not Remark.HTML_GUESSED)


@pytest.mark.parametrize("word", [*Fate, *SkipReason, *Remark])
def test_every_word_has_all_languages(word):
    assert all(CATALOGUE.sentences[word.value][language] for language in LANGUAGES)


def test_a_narrow_page_is_as_narrow_as_it_can_be():
    lines = page(report((WORDS, Fate.NEW), title="A deck whose name is long"), width=64)

    assert max(map(len, lines)) <= 64
    assert len(lines) > 2


def test_the_object_has_every_card_and_every_deck():
    shown = report((WORDS, Fate.NEW), (OTHER, Fate.CONFLICT), skipped=(Skipped("x", SkipReason.TOO_LONG),))

    assert import_object(shown) == {
        "dry_run": False,
        "backup": "/somewhere/copy.db",
        "decks": [
            {
                "id": "anki-words", "title": "Words", "new": 1, "updated": 0, "returned": 0, "unchanged": 0,
                "conflict": 0, "with_schedule": 2, "reviews": 30,
            },
            {
                "id": "anki-other", "title": "anki-other", "new": 0, "updated": 0, "returned": 0, "unchanged": 0,
                "conflict": 1, "with_schedule": 0, "reviews": 0,
            },
        ],
        "cards": [
            {"id": "anki/0", "deck": "anki-words", "fate": "new"},
            {"id": "anki/1", "deck": "anki-other", "fate": "conflict"},
        ],
        "skipped": [{"what": "x", "reason": "too_long"}],
        "media": 0,
        "media_folder": None,
        "remarks": {},
    }  # fmt: skip
