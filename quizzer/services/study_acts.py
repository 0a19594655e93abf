"""What a learner does to the cards of a session beside answering them, and taking back whatever was done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizzer.domain.act import MARKED_TAG, ActKind, UndoneAct, next_flag
from quizzer.domain.memory import Rating, StudyDay
from quizzer.domain.review import ReviewId, UndoneAnswer
from quizzer.services.study_desk import SessionDesk
from quizzer.services.study_queue import Ticket

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizzer.domain.card import CardId
    from quizzer.domain.review import AnswerRecord
    from quizzer.services.study_turn import Turn

_PUT_AWAY = (ActKind.SUSPEND, ActKind.BURY)
_OF_THE_QUEUE = (*_PUT_AWAY, ActKind.UNSUSPEND, ActKind.UNBURY)


class SessionActs(SessionDesk):
    """Suspending, burying, flagging and marking the card asked; each is stored at once, as one act."""

    def undo(self) -> UndoneAnswer | UndoneAct | None:
        """Take back the last answer or act, whichever session it is of.

        The card of an answer, and one that was suspended or buried, comes next, before the one asked; after any
        other act the card asked stays.
        """
        if self.options.cram:
            return self._undo_in_cram()
        with self._store.write() as tx:
            undone = tx.undo_last()
        self._due = None
        if isinstance(undone, UndoneAct):
            self._follow(undone)
            return undone
        if undone is None:
            return None
        if self._turn is not None:
            self._queue.bring_back(self._turn.ticket)
            self._turn = None
        ours = self.tally.take_back(undone.review_id) is not None
        if ours or (self.options.only is None and self.options.deck in (None, undone.deck)):
            self._queue.bring_back(Ticket(undone.card_id, undone.note, undone.restored.state))
        return undone

    def bury(self) -> None:
        """Keep the card asked and its siblings away until tomorrow."""
        ticket = self._asked_turn().ticket
        tomorrow = StudyDay(self._moment().today + 1)
        with self._store.write() as tx:
            self._acted(tx.bury([ticket.card_id], until=tomorrow, at=self._now()))
        self._put_away[ticket.card_id] = ticket
        self._queue.drop_note(ticket.note)
        self._turn = None

    def suspend(self, card_id: CardId | None = None) -> CardId:
        """Keep a card, by default the one asked, out of every session until the learner wants it back; its id."""
        ticket = self._asked_turn().ticket if card_id is None else None
        name = ticket.card_id if ticket else card_id
        assert name is not None
        with self._store.write() as tx:
            self._acted(tx.set_suspended([name], suspended=True, at=self._now()))
        self._queue.drop(name)
        if ticket is not None:
            self._put_away[name] = ticket
            self._turn = None
        return name

    def flag(self) -> int:
        """Give the card asked the next flag, none after the last; the flag that it has now."""
        turn = self._asked_turn()
        flag = next_flag(turn.asked.standing.flag)
        with self._store.write() as tx:
            self._acted(tx.set_flag([turn.ticket.card_id], flag=flag, at=self._now()))
        self._look_again()
        return flag

    def toggle_mark(self) -> bool:
        """Mark the card asked, or take the mark away; whether it is marked now."""
        turn = self._asked_turn()
        present = not turn.asked.standing.marked
        with self._store.write() as tx:
            self._acted(tx.set_tag([turn.ticket.card_id], MARKED_TAG, present=present, at=self._now()))
        self._look_again()
        return present

    def _rehearse(self, turn: Turn, record: AnswerRecord) -> None:
        """Count an answer that is not stored; a wrong one comes once more."""
        # Below 0, where the log has no answers.
        name = ReviewId(-1 - len(self._history))
        self.tally.add(name, record)
        self._history.append((name, turn))
        if record.rating is Rating.AGAIN:
            self._queue.put_last(turn.ticket)
        self._turn = None

    def _undo_in_cram(self) -> UndoneAnswer | UndoneAct | None:
        """Take back what this session did last and nothing before it: its answers are in no log."""
        if not self._history:
            return None
        last = self._history.pop()
        if last is None:
            with self._store.write() as tx:
                undone = tx.undo_last()
            if isinstance(undone, UndoneAct):
                self._follow(undone)
            return undone
        name, turn = last
        if self._turn is not None:
            self._queue.bring_back(self._turn.ticket)
        self._queue.bring_back(turn.ticket)
        self._turn = None
        record = self.tally.take_back(name)
        assert record is not None
        return UndoneAnswer(
            review_id=name,
            card_id=record.card_id,
            note=turn.ticket.note,
            deck=turn.asked.question.card.deck,
            rating=record.rating,
            answered_at=record.answered_at,
            answered_on=record.answered_on,
            restored=turn.asked.progress,
        )

    def _acted(self, changed: Sequence[CardId]) -> None:
        if changed:
            self._history.append(None)

    def set_remark(self, text: str) -> bool:
        """Keep the learner's own words to the card asked; whether they are different now."""
        card_id = self._asked_turn().ticket.card_id
        with self._store.write() as tx:
            changed = tx.set_remark(card_id, text, at=self._now())
        self._acted(changed)
        self._look_again()
        return bool(changed)

    def ask_anew(self) -> None:
        """Ask the card once more, as it now is; not where its author has just removed it."""
        ticket = self._asked_turn().ticket
        with self._store.read() as tx:
            retired = tx.standing(ticket.card_id).retired
        self._turn = None
        if not retired:
            self._queue.bring_back(ticket)

    @property
    def card_asked(self) -> CardId:
        """The card in front of the learner."""
        return self._asked_turn().ticket.card_id

    def _look_again(self) -> None:
        """Read anew what the learner made of the card asked."""
        if self._turn is not None:
            with self._store.read() as tx:
                standing = tx.standing(self._turn.ticket.card_id)
            self._turn.asked = replace(self._turn.asked, standing=standing)

    def _follow(self, undone: UndoneAct) -> None:
        """Let the session be as it would be without the act."""
        if undone.kind not in _OF_THE_QUEUE:
            self._look_again()
            return
        asked, self._turn = self._turn, None
        if not self.options.cram:
            self._arrange(self._moment())
        # Once more suspended or buried, the card asked is not asked any more.
        if asked is not None and (undone.kind in _PUT_AWAY or asked.ticket.card_id not in undone.cards):
            self._queue.bring_back(asked.ticket)
        for card_id in undone.cards if undone.kind in _PUT_AWAY else ():
            if card_id in self._put_away:
                self._queue.bring_back(self._put_away.pop(card_id))
