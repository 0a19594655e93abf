"""Proving cards: what of them can run is run by the judge's processes, in parallel over warm fork servers."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.domain import code_claims, drawn_claims
from quizzer.domain.card import Bug, CardKind, Choice, Code, Compute, Order
from quizzer.domain.card_proof import CardFault, CardFinding, CardIssue, CardProof, DeckProof
from quizzer.domain.draw import DrawError, draw, parameter_seed
from quizzer.domain.errors import InputError
from quizzer.domain.text_claims import asserts, issues_of_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from quizzer.content.written import WrittenCard, WrittenDeck
    from quizzer.domain.card import Card
    from quizzer.domain.card_trial import DrawnAnswer, ScriptRun
    from quizzer.grader.client import Grader
    from quizzer.grader.pool import GraderPool

DRAWS = 200
_TOGETHER = 8


@dataclass(frozen=True, slots=True)
class DeckTarget:
    """A deck that is to be proved: as it was read, or the problem that it could not be read for."""

    folder: Path
    deck: WrittenDeck | None = None
    problem: InputError | None = None

    @property
    def cards(self) -> tuple[WrittenCard, ...]:
        return () if self.deck is None else self.deck.cards


def read_target(folder: Path, *, file: Path | None = None, only: str | None = None) -> DeckTarget:
    """The deck in ``folder``, or what of it stands in ``file``, or the one card ``only``."""
    from quizzer.content.written import read_written, selected  # noqa: PLC0415 - loads PyYAML and pydantic

    try:
        return DeckTarget(folder, selected(read_written(folder), file=file, only=only))
    except InputError as problem:
        return DeckTarget(folder, problem=problem)


def prove_decks(
    targets: Sequence[DeckTarget], *, pool: GraderPool, draws: int = DRAWS, done: Callable[[int], None] = lambda _: None
) -> Iterator[DeckProof]:
    """The proof of each deck that could be read and has cards to prove, in order, as soon as it is there.

    ``done`` is called with the number of cards that have been proved, from any thread.
    """
    waiting: deque[_Proving] = deque()
    for target in targets:
        if target.deck is not None and target.cards:
            waiting.append(_begin(target.deck, draws=draws, pool=pool, done=done))
        while waiting and waiting[0].ready:
            yield waiting.popleft().proof()
    for proving in waiting:
        yield proving.proof()


@dataclass(frozen=True, slots=True)
class _Proving:
    """A deck whose cards are being proved; each future gives those of a part of it, and the seconds that they took."""

    deck: WrittenDeck
    futures: tuple[Future[tuple[tuple[CardProof, ...], float]], ...]

    @property
    def ready(self) -> bool:
        return all(future.done() for future in self.futures)

    def proof(self) -> DeckProof:
        parts = [future.result() for future in self.futures]
        cards = tuple(card for some, _ in parts for card in some)
        return DeckProof(self.deck.id, str(self.deck.folder), cards, sum(seconds for _, seconds in parts))


def _begin(deck: WrittenDeck, *, draws: int, pool: GraderPool, done: Callable[[int], None]) -> _Proving:
    cards = deck.cards
    parts = [cards[first : first + _TOGETHER] for first in range(0, len(cards), _TOGETHER)]
    return _Proving(deck, tuple(pool.submit(_prove_cards, part, draws, done) for part in parts))


def _prove_cards(
    grader: Grader, cards: Sequence[WrittenCard], draws: int, done: Callable[[int], None]
) -> tuple[tuple[CardProof, ...], float]:
    began = time.monotonic()
    proofs = []
    for card in cards:
        proofs.append(prove_card(grader, card, draws=draws))
        done(1)
    return tuple(proofs), time.monotonic() - began


def prove_card(grader: Grader, written: WrittenCard, *, draws: int = DRAWS) -> CardProof:
    """Run all that an entry has to run, and hold its texts against themselves."""
    card = written.cards[0]
    found = [issue for sibling in written.cards for issue in issues_of_texts(sibling)]
    found += _issues_of_snippet(card, grader)
    drawn: tuple[DrawnAnswer, ...] = ()
    if isinstance(card.body, Compute):
        drawn, more = _draw(card, card.body, grader, draws=draws)
        found += more
    else:
        found += _issues_of_code(written, grader)
    body = card.body
    return CardProof(
        note=card.note,
        kind=card.kind,
        ran=card.verify is not None or written.trial is not None or card.kind in _RUNNING,
        findings=tuple(_finding(written, issue) for issue in dict.fromkeys(found)),
        questions=drawn_claims.questions(body, drawn) if isinstance(body, Compute) else None,
    )


_RUNNING = frozenset({CardKind.COMPUTE, CardKind.BUG, CardKind.CODE})
"""The kinds of cards of which each has something that runs."""


def _issues_of_snippet(card: Card, grader: Grader) -> Iterator[CardIssue]:
    if card.verify is None:
        return
    (run,) = grader.run_scripts([(card.verify,)])
    if run.error is not None:
        lines = card.verify.split("\n")
        at = f" at `{lines[run.line - 1].strip()}`" if run.line is not None and run.line <= len(lines) else ""
        message = f"the snippet should run through, and fails{at}: {run.told}"
        yield CardIssue(CardFault.SNIPPET_FAILS, message, ("verify",), _why_perhaps(card, run), line=run.line)
    elif not asserts(card.verify):
        message = "the snippet runs through whatever is true"
        yield CardIssue(CardFault.ASSERTS_NOTHING, message, ("verify",), "assert what the card claims", warning=True)


def _why_perhaps(card: Card, run: ScriptRun) -> str | None:
    """What to think of first: of the locks of its process, or of another torch, on which the claim was true."""
    if run.part is None:
        return None
    if run.told.startswith("PermissionError"):
        return "it runs locked down: no network, no other process, no file but in its own folder"
    from importlib import metadata  # noqa: PLC0415 - only where something is wrong

    here = metadata.version("torch").split("+")[0]
    return None if here in card.source else f"this is torch {here}"


def _draw(
    card: Card, body: Compute, grader: Grader, *, draws: int
) -> tuple[tuple[DrawnAnswer, ...], tuple[CardIssue, ...]]:
    """The different draws among the first ``draws`` that a learner would get, and what is wrong with them."""
    try:
        every = [draw(body, seed=parameter_seed(card.id, repetition)) for repetition in range(draws)]
    except DrawError as error:
        return (), (CardIssue(CardFault.NOT_DRAWN, str(error), ("where",), "widen a range or drop a condition"),)
    different = {tuple(values.items()): values for values in every}
    drawn = grader.evaluate_draws(body, list(different.values()))
    return drawn, drawn_claims.issues_of_draws(body, drawn)


def _issues_of_code(written: WrittenCard, grader: Grader) -> Iterator[CardIssue]:
    body, trial = written.cards[0].body, written.trial
    if isinstance(body, Bug):
        return code_claims.issues_of_bug(body, grader.run_scripts(code_claims.bug_scripts(body)))
    if isinstance(body, Code):
        return code_claims.issues_of_code(body, grader.run_code(body, code_claims.code_lines(body)))
    if isinstance(body, Order) and trial is not None:
        return code_claims.issues_of_order(body, grader.run_scripts(code_claims.order_scripts(body, trial)))
    if isinstance(body, Choice) and trial is not None:
        return code_claims.issues_of_options(body, grader.run_scripts(code_claims.option_scripts(body, trial)))
    return iter(())


def _finding(written: WrittenCard, issue: CardIssue) -> CardFinding:
    location = written.locate(*issue.loc, line=issue.line)
    return CardFinding(issue.fault, location, issue.message, issue.hint, issue.warning)
