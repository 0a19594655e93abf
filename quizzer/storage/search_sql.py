# ruff: noqa: S608 - statements are put together here, from our own words alone; values are parameters
"""A search as a condition on rows: SQL with parameters, nothing of what was typed in its text.

The rows are ``card_state s``, with ``card c`` beside it. Each condition is true or false, never NULL, so that a
negation holds for whatever a number is missing of.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizzer.domain.act import LEECH_TAG, MARKED_TAG
from quizzer.domain.card_text import fold
from quizzer.domain.search_query import (
    Added,
    AllOf,
    AnyOf,
    Being,
    Column,
    Compare,
    Flag,
    Is,
    Not,
    OfKind,
    Operator,
    Pattern,
    Property,
    Query,
    Rated,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quizzer.domain.memory import StudyDay
    from quizzer.storage.connection import Value

# The folded text of a card, and the card's key beside it. Fetched for each word of each row, where few are looked at;
# or that of ``card_text x``, which is gone through first: once, however many words are looked for.
_FETCHED = ("(SELECT w.folded FROM card_text w WHERE w.card_key = s.card_key)", "s.card_key")
_JOINED = ("x.folded", "x.card_key")

# CROSS: few notes are buried, and their cards are looked up rather than all cards gone through.
_BURIED = """s.card_key IN (
 SELECT k.key FROM buried_note b CROSS JOIN card k WHERE k.note_id = b.note_id AND b.until_on > {today}
)"""
# A whole part for each of the two indexes of what is due, so that SQLite can use both.
_DUE = (
    "(s.active AND s.due_on IS NOT NULL AND s.due_on <= {today}"
    " OR s.active AND s.due_at_ms IS NOT NULL AND s.due_at_ms <= {now})"
)
_TAGGED = "s.card_key IN (SELECT t.card_key FROM card_tag t WHERE t.tag = {tag})"
_ELAPSED = "CASE WHEN s.reviewed_on < {today} THEN {today} - s.reviewed_on ELSE 0 END"

_COLUMNS: Mapping[Column, str] = {Column.DECK: "s.deck_id", Column.TOPIC: "s.topic_id", Column.ID: "c.id"}
_NUMBERS: Mapping[Property, str] = {
    Property.STABILITY: "s.stability",
    Property.DIFFICULTY: "s.difficulty",
    Property.LAPSES: "s.lapses",
    Property.REPETITIONS: "s.repetitions",
    Property.INTERVAL: "s.interval_days",
}
_STATES: Mapping[Is, str] = {
    Is.NEW: "s.state = 'new'",
    Is.LEARNING: "s.state IN ('learning', 'relearning')",
    Is.REVIEW: "s.state = 'review'",
    Is.SUSPENDED: "s.suspended",
    Is.FLAGGED: "s.flag > 0",
    Is.NOTED: "s.card_key IN (SELECT r.card_key FROM remark r)",
}
# Recall falls while time passes: the smaller it should be, the more of it.
_TURNED: Mapping[Operator, Operator] = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


@dataclass(frozen=True, slots=True)
class SearchMoment:
    """What a search depends on beside the rows.

    ``share(r)`` is how many times its stability ago a card was answered whose retrievability has fallen to ``r``.
    """

    now_ms: int
    today: StudyDay
    day_ends_ms: int
    share: Callable[[float], float]


@dataclass(slots=True)
class Condition:
    """SQL over ``s`` and ``c``, and the values of its parameters, named ``q0``, ``q1`` and so on."""

    sql: str = ""
    values: dict[str, Value] = field(default_factory=dict)

    @property
    def reads_card(self) -> bool:
        """Whether ``card c`` must be joined."""
        return "c." in self.sql

    @property
    def reads_text(self) -> bool:
        """Whether ``card_text x`` must be joined."""
        return "x." in self.sql


def compile_search(query: Query, moment: SearchMoment, *, joins_text: bool = False) -> Condition:
    """The condition that a query means at this moment; with ``joins_text`` it may ask for ``card_text x``."""
    compiler = _Compiler(moment, *(_JOINED if joins_text else _FETCHED))
    return Condition(compiler.sql(query), compiler.values)


class _Compiler:
    def __init__(self, moment: SearchMoment, text: str, key: str) -> None:
        self._moment = moment
        self._text, self._key = text, key
        self.values: dict[str, Value] = {}

    def sql(self, query: Query) -> str:
        match query:
            case Not(part):
                return f"NOT {self.sql(part)}"
            case AllOf(parts):
                return f"({' AND '.join(map(self.sql, parts))})" if parts else "(1 = 1)"
            case AnyOf(parts):
                return f"({' OR '.join(map(self.sql, parts))})"
            case Words(text):
                return self._words(text)
            case Pattern(column, pattern):
                return self._pattern(column, pattern)
            case Compare():
                return self._compare(query)
            case Being(what):
                return f"({self._being(what)})"
            case _:
                return f"({self._other(query)})"

    def _value(self, value: Value) -> str:
        name = f"q{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def _words(self, text: str) -> str:
        like = f"LIKE {self._value(f'%{_escaped(fold(text))}%')} ESCAPE '\\'"
        return f"({self._text} {like} OR {self._key} IN (SELECT r.card_key FROM remark r WHERE r.folded {like}))"

    def _pattern(self, column: Column, pattern: str) -> str:
        # LOWER and not LIKE alone: whether LIKE minds the case differs between databases.
        like = f"LIKE {self._value(_escaped(pattern.lower()).replace('*', '%'))} ESCAPE '\\'"
        if column is Column.TAG:
            return f"(s.card_key IN (SELECT t.card_key FROM card_tag t WHERE LOWER(t.tag) {like}))"
        return f"(LOWER({_COLUMNS[column]}) {like})"

    def _being(self, what: Is) -> str:
        match what:
            case Is.BURIED:
                return self._buried()
            case Is.LEECH:
                return _TAGGED.format(tag=self._value(LEECH_TAG))
            case Is.MARKED:
                return _TAGGED.format(tag=self._value(MARKED_TAG))
            case Is.DUE:
                today, now = self._value(self._moment.today), self._value(self._moment.now_ms)
                return f"{_DUE.format(today=today, now=now)} AND NOT {self._buried()}"
            case _:
                return _STATES[what]

    def _buried(self) -> str:
        return _BURIED.format(today=self._value(self._moment.today))

    def _other(self, query: OfKind | Flag | Rated | Added) -> str:
        match query:
            case OfKind(kind):
                return f"c.kind = {self._value(kind.value)}"
            case Flag(number):
                return f"s.flag = {self._value(number)}"
            case Added(days):
                return f"c.added_at_ms >= {self._value(self._moment.day_ends_ms - days * 86_400_000)}"
            case Rated(days, rating):
                rated = "" if rating is None else f" AND l.rating = {self._value(rating.value)}"
                first = self._value(self._moment.today - days)
                return f"s.card_key IN (SELECT l.card_key FROM review_log l WHERE l.answered_on > {first}{rated})"

    def _compare(self, query: Compare) -> str:
        if query.name is Property.RETRIEVABILITY:
            return self._recall(query)
        if query.name is Property.DUE:
            number = f"s.due_on - {self._value(self._moment.today)}"
            return f"(s.due_on IS NOT NULL AND {self._number(number, query)})"
        column = _NUMBERS[query.name]
        return f"({column} IS NOT NULL AND {self._number(column, query)})"

    def _number(self, column: str, query: Compare) -> str:
        if query.operator not in ("=", "!=") or query.name.counts:
            operator = "<>" if query.operator == "!=" else query.operator
            return f"{column} {operator} {self._value(query.value)}"
        half = _half(query)
        low, high = self._value(query.value - half), self._value(query.value + half)
        return f"{'NOT ' if query.operator == '!=' else ''}({column} >= {low} AND {column} < {high})"

    def _recall(self, query: Compare) -> str:
        elapsed = f"({_ELAPSED.format(today=self._value(self._moment.today))})"
        if query.operator in _TURNED:
            asked = f"{elapsed} {_TURNED[query.operator]} {self._share(query.value)} * s.stability"
        else:
            low, high = self._share(query.value - _half(query)), self._share(query.value + _half(query))
            within = f"({elapsed} <= {low} * s.stability AND {elapsed} > {high} * s.stability)"
            asked = f"NOT {within}" if query.operator == "!=" else within
        return f"(s.stability IS NOT NULL AND {asked})"

    def _share(self, recall: float) -> str:
        return self._value(self._moment.share(recall))


def _half(query: Compare) -> float:
    """Half of the last digit written: 0.8 is what rounds to 0.8."""
    return float(0.5 * 10.0**-query.decimals)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
