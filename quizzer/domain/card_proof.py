"""What proves a deck: the code of its cards run, its compute cards drawn many times, and what is wrong. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quizzer.domain.card import CardKind, DeckId, NoteId
from quizzer.domain.errors import Location


class CardFault(StrEnum):
    """What can be wrong with a card, by a stable name."""

    SNIPPET_FAILS = "snippet-fails"
    ASSERTS_NOTHING = "asserts-nothing"
    VERSION_UNSAID = "version-unsaid"
    NOT_DRAWN = "not-drawn"
    NOT_EVALUATED = "not-evaluated"
    ANSWER_TYPE = "answer-type"
    DEGENERATE = "degenerate-draw"
    FEW_QUESTIONS = "few-questions"
    SAME_ANSWER = "same-answer"
    ANSWER_SHOWN = "answer-shown"
    MISTAKE_RIGHT = "mistake-right"
    MISTAKES_ALIKE = "mistakes-alike"
    BUG_RUNS = "bug-runs"
    OTHER_ERROR = "other-error"
    FIX_FAILS = "fix-fails"
    OTHER_LINE = "other-line"
    CASE_FAILS = "case-fails"
    ANSWER_FAILS = "answer-fails"
    ACCEPT_WRONG = "accept-wrong"
    NOTHING_PASSES = "nothing-passes"
    ORDER_FAILS = "order-fails"
    ORDER_RUNS = "order-runs"
    NOT_CODE = "not-code"
    RIGHT_FAILS = "right-fails"
    WRONG_RUNS = "wrong-runs"
    SAME_OPTIONS = "same-options"
    NUMBERS_DIFFER = "numbers-differ"


@dataclass(frozen=True, slots=True)
class CardIssue:
    """One thing that is wrong with a card: at the key ``loc`` of its entry, or on line ``line`` of the code there."""

    fault: CardFault
    message: str
    loc: tuple[str | int, ...] = ()
    hint: str | None = None
    line: int | None = None
    warning: bool = False


@dataclass(frozen=True, slots=True)
class CardFinding:
    """An issue and where it stands; ``warning`` ones leave the card proved."""

    fault: CardFault
    location: Location
    message: str
    hint: str | None = None
    warning: bool = False


@dataclass(frozen=True, slots=True)
class CardProof:
    """One entry of a deck, and what is wrong with it.

    ``ran`` is False where nothing of it can run. Of a compute card, ``questions`` counts the different ones among its
    draws.
    """

    note: NoteId
    kind: CardKind
    ran: bool
    findings: tuple[CardFinding, ...] = ()
    questions: int | None = None

    @property
    def proved(self) -> bool:
        return all(finding.warning for finding in self.findings)


@dataclass(frozen=True, slots=True)
class DeckProof:
    """All entries of a deck that were to be proved, in the author's order."""

    deck: DeckId
    folder: str
    cards: tuple[CardProof, ...]
    duration_s: float = 0.0

    @property
    def proved(self) -> bool:
        return all(card.proved for card in self.cards)

    @property
    def findings(self) -> Iterable[tuple[NoteId, CardFinding]]:
        return ((card.note, finding) for card in self.cards for finding in card.findings)

    def count(self, *, ran: bool) -> int:
        """How many cards had something that runs, or had not."""
        return sum(card.ran is ran for card in self.cards)
