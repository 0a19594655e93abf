"""Reading a search: words side by side must all be there, ``or``, ``-`` and brackets as one expects.

Every error says at which column it is.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from quizzer.domain.card import CardKind
from quizzer.domain.memory import Rating
from quizzer.domain.search_query import (
    OPERATORS,
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
    Pattern,
    Property,
    Query,
    Rated,
    Words,
)
from quizzer.domain.search_tokens import SearchError, Token, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["SearchError", "parse_search"]

DEEPEST = 50
"""Brackets and signs inside each other."""
LONGEST = 1000
"""Characters of a search."""
MOST_DAYS = 36_500
MOST_DIGITS = 9
_KEYS = ("deck", "topic", "tag", "id", "kind", "is", "flag", "prop", "rated", "added")
_ALIASES: Mapping[str, Property] = {
    "s": Property.STABILITY,
    "d": Property.DIFFICULTY,
    "r": Property.RETRIEVABILITY,
    "reps": Property.REPETITIONS,
    "ivl": Property.INTERVAL,
}
_NUMBER = re.compile(r"-?[0-9]+(?:\.([0-9]+))?")


def parse_search(text: str) -> Query:
    """The query that a learner typed; an empty one is every card.

    Raises:
        SearchError: with the column at which the text stops making sense.
    """
    line = re.sub(r"\s", " ", text)
    if len(line) > LONGEST:
        raise SearchError(f"a search has at most {LONGEST} characters", query=line[:40], column=1)
    return _Parser(line, tokens_of(line)).query()


class _Parser:
    """Recursive descent over the tokens of one line."""

    def __init__(self, line: str, tokens: list[Token]) -> None:
        self._line = line
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def query(self) -> Query:
        found = AllOf() if self._next.kind == "end" else self._any()
        if self._next.kind == ")":
            raise self._error("this bracket closes nothing")
        return found

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _any(self) -> Query:
        parts = [self._all()]
        while self._next.kind == "or":
            self._at += 1
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _all(self) -> Query:
        parts = [self._one()]
        while self._next.kind not in (")", "or", "end"):
            if self._next.kind == "and":
                self._at += 1
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _one(self) -> Query:
        token = self._next
        if token.kind not in ("word", "(", "-"):
            said = {"end": "the search ends", ")": "a bracket closes"}.get(token.kind, f"there is ‘{token.text}’")
            raise self._error(f"{said} where a condition should be")
        self._at += 1
        if token.kind == "word":
            return self._term(token)
        self._depth += 1
        if self._depth > DEEPEST:
            raise SearchError(f"more than {DEEPEST} inside each other", query=self._line, column=token.column)
        found = Not(self._one()) if token.kind == "-" else self._bracket(token)
        self._depth -= 1
        return found

    def _bracket(self, opened: Token) -> Query:
        found = self._any()
        if self._next.kind != ")":
            raise SearchError("this bracket is never closed", query=self._line, column=opened.column)
        self._at += 1
        return found

    def _term(self, token: Token) -> Query:
        if not token.key:
            return Words(token.text)
        if token.key not in _KEYS:
            near = difflib.get_close_matches(token.key, _KEYS, n=1)
            raise SearchError(
                f"there is no ‘{token.key}:’" + (f"; did you mean ‘{near[0]}:’?" if near else ""),
                query=self._line,
                column=token.column,
                hint=f"there are {', '.join(f'{key}:' for key in _KEYS)}; text with a colon goes between quotes",
            )
        if not token.text:
            raise self._wrong(token, f"nothing stands after ‘{token.key}:’")
        return self._keyed(token)

    def _keyed(self, token: Token) -> Query:
        key, value = token.key, token.text
        if key in tuple(Column):
            return Pattern(Column(key), value)
        if key == "kind":
            return OfKind(CardKind(self._choice(token, [kind.value for kind in CardKind])))
        if key == "is":
            return Being(Is(self._choice(token, [what.value for what in Is])))
        if key == "flag":
            return Flag(int(self._choice(token, [str(number) for number in range(8)])))
        if key == "prop":
            return self._compare(token)
        days, _, rating = value.partition(":")
        if key == "added":
            return Added(self._days(token, value))
        if not rating and ":" not in value:
            return Rated(self._days(token, days))
        if rating not in ("1", "2", "3", "4"):
            raise self._wrong(token, f"‘{rating}’ is no rating; 1 Again, 2 Hard, 3 Good, 4 Easy")
        return Rated(self._days(token, days), Rating(int(rating)))

    def _days(self, token: Token, text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS and 1 <= int(text) <= MOST_DAYS):
            raise self._wrong(token, f"‘{text}’ is no number of days from 1 to {MOST_DAYS}")
        return int(text)

    def _choice(self, token: Token, choices: Iterable[str]) -> str:
        value, known = token.text.casefold(), list(choices)
        if value not in known:
            near = difflib.get_close_matches(value, known, n=1)
            raise self._wrong(
                token,
                f"there is no ‘{token.key}:{token.text}’" + (f"; did you mean ‘{near[0]}’?" if near else ""),
                hint=f"choose one of: {', '.join(known)}",
            )
        return value

    def _compare(self, token: Token) -> Query:
        signs = [sign for sign in OPERATORS if sign in token.text]
        operator = min(signs, key=lambda sign: (token.text.index(sign), -len(sign)), default=None)
        if operator is None:
            raise self._wrong(token, "a property is compared with a number", hint="like prop:stability<3")
        name, _, number = token.text.partition(operator)
        prop = _ALIASES.get(name.casefold()) or next((one for one in Property if one.value == name.casefold()), None)
        if prop is None:
            known = [one.value for one in Property]
            near = difflib.get_close_matches(name, known, n=1)
            said = f"there is no property ‘{name}’" + (f"; did you mean ‘{near[0]}’?" if near else "")
            raise self._wrong(token, said, hint=f"choose one of: {', '.join(known)}")
        found = _NUMBER.fullmatch(number)
        if found is None or len(number) > 2 * MOST_DIGITS or (prop.counts and found[1]):
            wanted = "a whole number" if prop.counts else "a number"
            raise self._wrong(token, f"‘{number}’ is not {wanted}", skip=len(name) + len(operator))
        return Compare(prop, operator, float(number), len(found[1] or ""))

    def _wrong(self, token: Token, message: str, *, hint: str | None = None, skip: int = 0) -> SearchError:
        return SearchError(message, query=self._line, column=token.value_column + skip, hint=hint)

    def _error(self, message: str) -> SearchError:
        return SearchError(message, query=self._line, column=self._next.column)
