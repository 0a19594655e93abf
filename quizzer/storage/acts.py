"""What learners do to cards beside answering: each act is one row of a log that says how to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from quizzer.domain.act import LEECH_TAG, MARKED_TAG, ActId, ActKind, Standing, UndoneAct
from quizzer.domain.card import CardId
from quizzer.domain.card_text import fold
from quizzer.domain.errors import UsageError
from quizzer.domain.memory import StudyDay
from quizzer.storage.rows import Rows, from_json, to_json
from quizzer.storage.times import to_ms

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from quizzer.domain.review import ReviewId

Change: TypeAlias = tuple[str, str, Any]
"""An aspect of a card or note, its id, and a value: the one to set, or in the log the one that was there."""

NOTE_OF_CARD = "SELECT note_id FROM card WHERE id = :card_id"

CARDS_OF_NOTE = "SELECT id FROM card WHERE note_id = :note_id ORDER BY key"

STANDING = """
SELECT s.retired, s.suspended, s.flag, b.until_on, r.text AS remark
FROM card c JOIN card_state s ON s.card_key = c.key LEFT JOIN remark r ON r.card_key = c.key
LEFT JOIN buried_note b ON b.note_id = c.note_id WHERE c.id = :card_id
"""

TAGS_OF_CARD = """
SELECT t.tag FROM card c JOIN card_tag t ON t.card_key = c.key WHERE c.id = :card_id GROUP BY t.tag ORDER BY t.tag
"""

SUSPENDED = "SELECT s.suspended FROM card c JOIN card_state s ON s.card_key = c.key WHERE c.id = :target"

SET_SUSPENDED = """
UPDATE card_state SET suspended = :value WHERE card_key = (SELECT c.key FROM card c WHERE c.id = :target)
"""

FLAG = "SELECT s.flag FROM card c JOIN card_state s ON s.card_key = c.key WHERE c.id = :target"

SET_FLAG = "UPDATE card_state SET flag = :value WHERE card_key = (SELECT c.key FROM card c WHERE c.id = :target)"

BURIED_UNTIL = "SELECT until_on FROM buried_note WHERE note_id = :target"

BURY = """
INSERT INTO buried_note (note_id, until_on) VALUES (:target, :value)
ON CONFLICT (note_id) DO UPDATE SET until_on = excluded.until_on
"""

UNBURY = "DELETE FROM buried_note WHERE note_id = :target"

OWN_TAG = """
SELECT COUNT(*) FROM card c JOIN card_tag t ON t.card_key = c.key WHERE c.id = :target AND t.tag = :tag AND t.own
"""

ADD_OWN_TAG = """
INSERT INTO card_tag (tag, card_key, own) SELECT :tag, c.key, TRUE FROM card c WHERE c.id = :target
"""

REMOVE_OWN_TAG = """
DELETE FROM card_tag WHERE tag = :tag AND own AND card_key = (SELECT c.key FROM card c WHERE c.id = :target)
"""

REMARK = """
SELECT r.text, r.changed_at_ms FROM card c JOIN remark r ON r.card_key = c.key WHERE c.id = :target
"""

PUT_REMARK = """
INSERT INTO remark (card_key, text, folded, changed_at_ms)
SELECT c.key, :text, :folded, :changed_at_ms FROM card c WHERE c.id = :target
ON CONFLICT (card_key) DO UPDATE SET text = excluded.text, folded = excluded.folded,
 changed_at_ms = excluded.changed_at_ms
"""

REMOVE_REMARK = "DELETE FROM remark WHERE card_key = (SELECT c.key FROM card c WHERE c.id = :target)"

ADD_ACT = """
INSERT INTO act_log (kind, acted_at_ms, after_review_id, changes)
VALUES (:kind, :acted_at_ms, :after_review_id, :changes)
"""

LAST_ACT = "SELECT id, kind, after_review_id, changes FROM act_log ORDER BY id DESC LIMIT 1"

REMOVE_ACT = "DELETE FROM act_log WHERE id = :act_id"

NEWEST_REVIEW = "SELECT COALESCE(MAX(id), 0) FROM review_log"

_TAG = "tag:"


class ActRows(Rows):
    """Suspending, flagging, tagging, burying and remarks. Each method is one act, however many cards it is done to.

    All return the cards that are different now; an act that changes nothing is not logged. UsageError for a card
    that does not exist: nothing is changed then.
    """

    def standing(self, card_id: CardId) -> Standing:
        """What the learner made of the card."""
        row = self._connection.row(STANDING, card_id=card_id)
        if row is None:
            raise _no_such(card_id)
        return standing_of(row, self._connection.column(TAGS_OF_CARD, card_id=card_id))

    def set_suspended(self, cards: Iterable[CardId], *, suspended: bool, at: datetime) -> tuple[CardId, ...]:
        """Keep cards out of every session, or let them come back as they stood."""
        kind = ActKind.SUSPEND if suspended else ActKind.UNSUSPEND
        return self._act(kind, [("suspended", card, int(suspended)) for card in cards], at=at)

    def set_flag(self, cards: Iterable[CardId], *, flag: int, at: datetime) -> tuple[CardId, ...]:
        """Give cards one of seven flags, or none (0)."""
        return self._act(ActKind.FLAG, [("flag", card, flag) for card in cards], at=at)

    def set_tag(self, cards: Iterable[CardId], tag: str, *, present: bool, at: datetime) -> tuple[CardId, ...]:
        """Give cards a tag of the learner's own, or take it away; an author's tag stays."""
        if tag == MARKED_TAG:
            kind = ActKind.MARK if present else ActKind.UNMARK
        else:
            kind = ActKind.TAG if present else ActKind.UNTAG
        return self._act(kind, [(_TAG + tag, card, int(present)) for card in cards], at=at)

    def bury(self, cards: Iterable[CardId], *, until: StudyDay, at: datetime) -> tuple[CardId, ...]:
        """Keep cards and their siblings out of the queue before the study day ``until``."""
        return self._act(ActKind.BURY, [("buried", note, until) for note in self._notes(cards)], at=at)

    def unbury(self, cards: Iterable[CardId], *, today: StudyDay, at: datetime) -> tuple[CardId, ...]:
        """Let cards that are buried today, and their siblings, come back at once."""
        notes = [note for note in self._notes(cards) if (self._value("buried", note) or 0) > today]
        return self._act(ActKind.UNBURY, [("buried", note, None) for note in notes], at=at)

    def set_remark(self, card: CardId, text: str, *, at: datetime) -> tuple[CardId, ...]:
        """Keep the learner's own words to a card; no words remove them."""
        self._of_card(FLAG, card)
        stored = self._connection.row(REMARK, target=card)
        if (stored["text"] if stored else "") == text:
            return ()
        return self._act(ActKind.REMARK, [("remark", card, [text, to_ms(at)] if text else None)], at=at)

    def _tag_as_leech(self, card: CardId, *, review_id: ReviewId, at: datetime) -> None:
        self._act(ActKind.LEECH, [(_TAG + LEECH_TAG, card, 1)], at=at, after=review_id)

    def _act(
        self, kind: ActKind, changes: Sequence[Change], *, at: datetime, after: ReviewId | None = None
    ) -> tuple[CardId, ...]:
        before = []
        for aspect, target, value in dict.fromkeys((one[0], one[1], _hashable(one[2])) for one in changes):
            stored = self._value(aspect, target)
            if stored != value:
                self._set(aspect, target, value)
                before.append((aspect, target, stored))
        if not before:
            return ()
        self._log_act(kind, before, at=at, after=self._newest_review() if after is None else after)
        return self._cards(before)

    def _log_act(self, kind: ActKind, changes: Sequence[Change], *, at: datetime, after: int) -> None:
        self._connection.insert(
            ADD_ACT, kind=kind.value, acted_at_ms=to_ms(at), after_review_id=after, changes=to_json(changes)
        )

    def _last_act(self) -> sqlite3.Row | None:
        """The newest act, unless a card was answered since."""
        row = self._connection.row(LAST_ACT)
        return row if row is not None and row["after_review_id"] >= self._newest_review() else None

    def _take_back(self, row: sqlite3.Row) -> UndoneAct:
        changes: list[Change] = from_json(row["changes"])
        for aspect, target, value in reversed(changes):
            self._set(aspect, target, value)
        self._connection.run(REMOVE_ACT, act_id=row["id"])
        return UndoneAct(ActId(row["id"]), ActKind(row["kind"]), self._cards(changes))

    def _value(self, aspect: str, target: str) -> Any:
        """What is stored; UsageError for a card that there is not."""
        if aspect == "buried":
            return self._connection.value(BURIED_UNTIL, target=target)
        if aspect == "flag":
            return self._of_card(FLAG, target)
        if aspect == "suspended":
            return self._of_card(SUSPENDED, target)
        self._of_card(FLAG, target)
        if aspect == "remark":
            row = self._connection.row(REMARK, target=target)
            return None if row is None else (row["text"], row["changed_at_ms"])
        return self._connection.value(OWN_TAG, target=target, tag=aspect.removeprefix(_TAG))

    def _set(self, aspect: str, target: str, value: Any) -> None:
        connection = self._connection
        if aspect == "suspended":
            connection.run(SET_SUSPENDED, target=target, value=value)
        elif aspect == "flag":
            connection.run(SET_FLAG, target=target, value=value)
        elif aspect == "buried" and value is None:
            connection.run(UNBURY, target=target)
        elif aspect == "buried":
            connection.run(BURY, target=target, value=value)
        elif aspect == "remark" and value is None:
            connection.run(REMOVE_REMARK, target=target)
        elif aspect == "remark":
            text, changed_at_ms = value
            connection.run(PUT_REMARK, target=target, text=text, folded=fold(text), changed_at_ms=changed_at_ms)
        else:
            statement = ADD_OWN_TAG if value else REMOVE_OWN_TAG
            connection.run(statement, target=target, tag=aspect.removeprefix(_TAG))

    def _of_card(self, sql: str, target: str) -> Any:
        value = self._connection.value(sql, target=target)
        if value is None:
            raise _no_such(target)
        return value

    def _notes(self, cards: Iterable[CardId]) -> list[str]:
        notes = []
        for card in cards:
            note = self._connection.value(NOTE_OF_CARD, card_id=card)
            if note is None:
                raise _no_such(card)
            notes.append(note)
        return notes

    def _cards(self, changes: Sequence[Change]) -> tuple[CardId, ...]:
        cards: list[CardId] = []
        for aspect, target, _ in changes:
            if aspect == "buried":
                cards += [CardId(row[0]) for row in self._connection.rows(CARDS_OF_NOTE, note_id=target)]
            else:
                cards.append(CardId(target))
        return tuple(dict.fromkeys(cards))

    def _newest_review(self) -> int:
        newest: int = self._connection.value(NEWEST_REVIEW)
        return newest


def standing_of(row: sqlite3.Row, tags: Iterable[str]) -> Standing:
    """What the learner made of a card, by a row with the columns of ``STANDING``."""
    until = row["until_on"]
    return Standing(
        suspended=bool(row["suspended"]),
        flag=row["flag"],
        tags=tuple(tags),
        buried_until=None if until is None else StudyDay(until),
        remark=row["remark"] or "",
        retired=bool(row["retired"]),
    )


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _no_such(card: str) -> UsageError:
    return UsageError(f"There is no card {card}.", hint="quizzer search WORDS finds cards and shows their ids")
