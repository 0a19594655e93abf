"""How proofs of decks look: a row each, and below it what is wrong, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text as RichText

from quizzer.reports.card_page import DIM, WRONG, indented
from quizzer.reports.card_wrap import wrap
from quizzer.reports.markdown import without_controls
from quizzer.reports.tables import table
from quizzer.reports.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizzer.domain.card import NoteId
    from quizzer.domain.card_proof import CardFinding, CardProof, DeckProof
    from quizzer.reports.card_page import PageStyle

_HEADINGS = ("deck", "cards", "proof_ran", "proof_seconds", "state")


def decks_proofs_table(proofs: Sequence[DeckProof], *, style: PageStyle) -> list[RichText]:
    """One row a deck."""
    language = style.language
    rows = [
        (
            proof.deck,
            str(len(proof.cards)),
            str(proof.count(ran=True)),
            f"{proof.duration_s:.1f}",
            say(language, "proved" if proof.proved else "not_proved"),
        )
        for proof in proofs
    ]
    return table(
        [say(language, name) for name in _HEADINGS], rows, wrapped=0, numbers=frozenset({1, 2, 3}), style=style
    )


def deck_findings_page(proof: DeckProof, *, style: PageStyle) -> list[RichText]:
    """What is wrong with the cards of one deck; nothing where nothing is."""
    lines = [line for note, finding in proof.findings for line in _finding(note, finding, style=style)]
    return [RichText(f"{proof.deck} ({proof.folder})", style="bold"), *lines, RichText()] if lines else []


def _finding(note: NoteId, finding: CardFinding, *, style: PageStyle) -> list[RichText]:
    head = RichText()
    if style.plain:
        head.append("warning: " if finding.warning else "error: ")
    else:
        head.append(" ! " if finding.warning else " ✗ ", style=DIM if finding.warning else WRONG)
    head.append(f"{finding.location} {note} [{finding.fault.value}]")
    message = finding.message if finding.hint is None else f"{finding.message} ({finding.hint})"
    told = [line for part in without_controls(message).splitlines() for line in wrap(RichText(part), style.usable - 4)]
    return [head, *(indented(line, 4) for line in told)]


def deck_proof_object(proof: DeckProof) -> dict[str, Any]:
    """One entry of ``decks`` in ``verify --json``."""
    return {
        "deck": proof.deck,
        "folder": proof.folder,
        "proved": proof.proved,
        "cards": [_card_object(card) for card in proof.cards],
        "duration_s": proof.duration_s,
    }


def _card_object(card: CardProof) -> dict[str, Any]:
    return {
        "card": card.note,
        "kind": card.kind.value,
        "ran": card.ran,
        "proved": card.proved,
        "questions": card.questions,
        "findings": [
            {
                "code": finding.fault.value,
                "path": finding.location.path,
                "line": finding.location.line,
                "column": finding.location.column,
                "message": finding.message,
                "hint": finding.hint,
                "warning": finding.warning,
            }
            for finding in card.findings
        ],
    }
