"""quizzer's own JSON: one deck with everything that the database knows of it, exact both ways."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from quizzer.domain.codec.cards import card_to_plain
from quizzer.domain.codec.plain import CodecError, Plain, instant, reading
from quizzer.domain.codec.progress import progress_from_plain, progress_to_plain
from quizzer.domain.credit import PastCredit
from quizzer.domain.errors import InputError, Location
from quizzer.domain.exchange import OwnHistory, Parcel, Remark, Shipment, Skipped, SkipReason
from quizzer.domain.memory import New, Progress, Rating, Review, StudyDay
from quizzer.domain.review import MAX_TYPED, AnswerRecord
from quizzer.interchange.anki_schedule import memory_of
from quizzer.interchange.calendar import LONGEST_INTERVAL_DAYS
from quizzer.interchange.headers import header_from_plain, header_to_plain
from quizzer.interchange.html_markdown import clean
from quizzer.interchange.own_cards import sound_card
from quizzer.interchange.shape import fits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from quizzer.domain.card import Card, CardId, Deck
    from quizzer.interchange.calendar import Calendar
    from quizzer.interchange.outgoing import Outgoing

NAME, VERSION = "quizzer-deck", 1
_LONGEST_ID = 100
_CREDIT = ("exercise", "passed_on", "due_before", "due_after", "repetitions")
_EXACT = ("interval_s", "elapsed_days", "scheduled_days", "duration_s", "correct", "hints", "clock_went_back")


def write_backup(path: Path, outgoing: Outgoing) -> int:
    """Write the deck; the number of cards."""
    plain = {
        "format": NAME,
        "version": VERSION,
        "written_at": instant(outgoing.now),
        "deck": header_to_plain(outgoing.deck),
        "cards": [_parcel_to_plain(parcel) for parcel in outgoing.parcels],
    }
    path.write_text(json.dumps(plain, ensure_ascii=False, indent=1, allow_nan=False) + "\n", encoding="utf-8")
    return len(outgoing.parcels)


def read_backup(text: str, *, where: Location, calendar: Calendar) -> Shipment:
    """The deck of a backup; InputError for JSON that is none. Cards that cannot be asked are left out by name."""
    try:
        plain = json.loads(text)
        if not isinstance(plain, dict) or plain.get("format") != NAME:
            raise InputError("this JSON is no backup of quizzer's", location=where)
        if plain.get("version") != VERSION:
            raise InputError("this backup was written by another version", hint="upgrade quizzer", location=where)
        deck = header_from_plain(plain["deck"])
        return _Reading(calendar).shipment(deck, plain["cards"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InputError("this backup is damaged", location=where) from error


def _parcel_to_plain(parcel: Parcel) -> Plain:
    plain: Plain = {"card": card_to_plain(parcel.card)}
    if isinstance(parcel.history, OwnHistory):
        plain["progress"] = progress_to_plain(parcel.history.progress)
        plain["answers"] = [_record_to_plain(record) for record in parcel.history.records]
        if parcel.history.credits:
            plain["credits"] = [_credit_to_plain(past) for past in parcel.history.credits]
    if parcel.suspended:
        plain["suspended"] = True
    return plain


def _record_to_plain(record: AnswerRecord) -> Plain:
    return {
        "rating": record.rating.value,
        "answered_at": instant(record.answered_at),
        "answered_on": record.answered_on,
        "before": progress_to_plain(record.before),
        "after": progress_to_plain(record.after),
        **{name: getattr(record, name) for name in _EXACT},
        **({} if record.mistake is None else {"mistake": record.mistake}),
        **({} if record.typed is None else {"typed": record.typed}),
    }


def _credit_to_plain(past: PastCredit) -> Plain:
    return {name: getattr(past, name) for name in _CREDIT} | {"passed_at": instant(past.passed_at)}


class _Reading:
    """The cards of one backup, each checked as if a stranger had written it."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._skipped: list[Skipped] = []
        self._remarks: dict[Remark, int | str] = {}

    def shipment(self, deck: Deck, plains: list[Any]) -> Shipment:
        parcels: dict[CardId, Parcel] = {}
        for plain in plains:
            try:
                card = _card_of(plain, deck)
            except CodecError:
                self._skipped.append(Skipped(clean(str(plain["card"].get("id", "?")))[:60], SkipReason.BROKEN))
                continue
            if card.id in parcels:
                self._skipped.append(Skipped(card.id, SkipReason.REPEATED))
                continue
            suspended = plain.get("suspended") is True
            parcels[card.id] = Parcel(card, self._history(card.id, plain), suspended=suspended)
        return Shipment((deck,), tuple(parcels.values()), tuple(self._skipped), self._remarks)

    def _history(self, card: CardId, plain: Mapping[str, Any]) -> OwnHistory | None:
        if "progress" not in plain:
            return None
        try:
            progress = self._progress(plain["progress"])
        except CodecError:
            self._remark(Remark.MEMORY_REFUSED)
            return None
        try:
            records = tuple(self._record(card, answer) for answer in plain["answers"])
            return OwnHistory(progress, records, tuple(map(self._credit, plain.get("credits", ()))))
        except CodecError:
            self._remark(Remark.REVIEWS_REFUSED, len(plain["answers"]))
            return OwnHistory(progress)

    def _progress(self, plain: Mapping[str, Any]) -> Progress:
        progress = progress_from_plain(plain)
        schedule = progress.schedule
        if not fits(progress, Progress) or min(progress.repetitions, progress.lapses) < 0:
            raise CodecError("not a progress")
        if isinstance(schedule, New):
            return progress
        if memory_of(schedule.memory.stability, schedule.memory.difficulty) is None:
            raise CodecError("not a memory")
        if isinstance(schedule, Review):
            due = self._is_near(schedule.due_on) and 0 < schedule.interval_days <= LONGEST_INTERVAL_DAYS
        else:
            due = self._calendar.is_soon(schedule.due_at) and schedule.step >= 0
        if not due or not self._calendar.is_past(schedule.reviewed_at) or not self._is_near(schedule.reviewed_on):
            raise CodecError("not a time")
        return progress

    def _is_near(self, day: StudyDay) -> bool:
        return day == self._calendar.near(day)

    def _record(self, card: CardId, plain: Mapping[str, Any]) -> AnswerRecord:
        record = reading("answer", lambda one: _record(card, one, self._progress), plain)
        numbers = (record.interval_s, record.duration_s)
        counts = (record.elapsed_days, record.scheduled_days, record.hints, record.answered_on)
        sound = (
            all(fits(number, float) and number >= 0 for number in numbers)
            and all(fits(count, int) and count >= 0 for count in counts)
            and fits(record.correct, bool | None)
            and fits(record.clock_went_back, bool)
            and fits(record.mistake, str | None)
            and fits(record.typed, str | None)
            and len(record.typed or "") <= MAX_TYPED
            and self._calendar.is_past(record.answered_at)
            and self._is_near(record.answered_on)
        )
        if not sound:
            raise CodecError("not an answer")
        return record

    def _credit(self, plain: Mapping[str, Any]) -> PastCredit:
        past = reading("credit", _credit, plain)
        days = (past.passed_on, past.due_before, past.due_after)
        sound = (
            fits(past.exercise, str)
            and 0 < len(past.exercise) <= _LONGEST_ID
            and clean(past.exercise) == past.exercise
            and all(fits(number, int) for number in (*days, past.repetitions))
            and past.repetitions > 0
            and all(map(self._is_near, days))
            and self._calendar.is_past(past.passed_at)
        )
        if not sound:
            raise CodecError("not a credit")
        return past

    def _remark(self, remark: Remark, count: int = 1) -> None:
        self._remarks[remark] = int(self._remarks.get(remark, 0)) + count


def _card_of(plain: Mapping[str, Any], deck: Deck) -> Card:
    card = sound_card(plain["card"])
    if card.deck != deck.id:
        raise CodecError("a card of another deck")
    return card


def _record(card: CardId, plain: Mapping[str, Any], progress: Callable[[Mapping[str, Any]], Progress]) -> AnswerRecord:
    return AnswerRecord(
        card_id=card,
        rating=Rating(plain["rating"]),
        before=progress(plain["before"]),
        after=progress(plain["after"]),
        answered_at=datetime.fromisoformat(plain["answered_at"]),
        answered_on=StudyDay(plain["answered_on"]),
        **{name: plain[name] for name in _EXACT},
        mistake=plain.get("mistake"),
        typed=plain.get("typed"),
    )


def _credit(plain: Mapping[str, Any]) -> PastCredit:
    return PastCredit(passed_at=datetime.fromisoformat(plain["passed_at"]), **{name: plain[name] for name in _CREDIT})
