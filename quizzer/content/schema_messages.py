"""Checks plain values against a model and says in an author's words, and at the author's line, what does not fit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import ValidationError

from quizzer.content.problems import closest, counted, did_you_mean
from quizzer.content.schema import DOTTED, IDENTIFIER, LANGUAGE, SLUG, VISIBLE, Entry
from quizzer.domain.text import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizzer.content.problems import Problems
    from quizzer.content.yaml_nodes import Loc, Place

_Entry = TypeVar("_Entry", bound=Entry)

_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "text, or a mapping of languages to texts",
    "model_type": "a mapping",
}
_PATTERNS = {
    SLUG: ("E206", "may have only small letters, digits and '-' in it"),
    IDENTIFIER: ("E206", "must be a Python name"),
    DOTTED: ("E206", "must be a dotted Python name"),
    VISIBLE: ("E207", "has an invisible control character in it"),
}
_KEY = "[key]"
_FREE_MAPPINGS = frozenset({"'parameters'", "'derive'"})


@dataclass(frozen=True, slots=True)
class _Misfit:
    """One complaint of pydantic, its loc cut down to keys and indices that an author wrote."""

    kind: str
    loc: Loc
    context: dict[str, Any]
    value: Any
    in_union: bool

    @property
    def name(self) -> str:
        names = [part for part in self.loc if isinstance(part, str)]
        if len(names) > 1 and names[-1] in LANGUAGES:
            return f"'{names[-2]}' in {names[-1]}"
        return f"'{names[-1]}'" if names else "this"


def validated(model: type[_Entry], value: Any, *, place: Place, problems: Problems) -> _Entry | None:
    """The model of ``value``; None after a diagnostic for each thing that does not fit."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        _Report(model, value, place=place, problems=problems).write(error)
        return None


class _Report:
    def __init__(self, model: type[Entry], value: Any, *, place: Place, problems: Problems) -> None:
        self._model = model
        self._value = value
        self._place = place
        self._problems = problems

    def write(self, error: ValidationError) -> None:
        misfits = list(self._misfits(error))
        misspelt = self._misspelt(misfits)
        for misfit in misfits:
            if misfit.loc not in misspelt:
                self._write_one(misfit)

    def _misfits(self, error: ValidationError) -> Iterator[_Misfit]:
        settled: set[Loc] = set()
        for raw in error.errors(include_url=False, include_input=False):
            loc, value, in_union = self._resolved(raw["loc"], missing=raw["type"] == "missing")
            unknown_key = raw["loc"][-1:] == (_KEY,)
            if loc in settled:
                continue
            # Each branch of a union complains for itself; and of an unknown key the value does not matter.
            if in_union or unknown_key:
                settled.add(loc)
            yield _Misfit("unknown_key" if unknown_key else raw["type"], loc, raw.get("ctx", {}), value, in_union)

    def _resolved(self, raw: Loc, *, missing: bool) -> tuple[Loc, Any, bool]:
        loc: list[str | int] = []
        value = self._value
        in_union = False
        for number, part in enumerate(raw):
            if missing and number == len(raw) - 1:
                loc.append(part)
            elif (isinstance(value, dict) and part in value) or (
                isinstance(value, list) and isinstance(part, int) and part < len(value)
            ):
                loc.append(part)
                value = value[part]  # type: ignore[index]
            elif part != _KEY:
                in_union = True
        return tuple(loc), value, in_union

    def _misspelt(self, misfits: Iterable[_Misfit]) -> set[Loc]:
        """Report keys that are missing beside one that is nearly theirs; both locs need no report of their own."""
        missing = {m.loc for m in misfits if m.kind == "missing"}
        extra = {m.loc for m in misfits if m.kind == "extra_forbidden"}
        done: set[Loc] = set()
        for loc in sorted(extra, key=str):
            near = closest(str(loc[-1]), (str(m[-1]) for m in missing - done if m[:-1] == loc[:-1]))
            if near:
                subject = self._subject(loc[:-1])
                message = f"this {subject} has no '{near}', but it has '{loc[-1]}'; did you mean '{near}'?"
                self._problems.error("E203", self._place.key_location(*loc), message)
                done |= {loc, (*loc[:-1], near)}
        return done

    def _write_one(self, misfit: _Misfit) -> None:
        if misfit.kind == "missing":
            self._missing(misfit)
        elif misfit.kind == "extra_forbidden":
            self._extra(misfit)
        elif misfit.kind == "unknown_key":
            self._unknown_key(misfit)
        elif misfit.kind in ("literal_error", "enum"):
            self._not_one_of(misfit)
        elif misfit.kind == "string_pattern_mismatch":
            code, rule = _PATTERNS[misfit.context["pattern"]]
            self._error(code, misfit, f"{misfit.name} {rule}")
        elif misfit.kind.endswith("_type") and misfit.kind in _WANTED:
            self._wrong_type(misfit)
        else:
            self._error("E205", misfit, _out_of_bounds(misfit))

    def _error(self, code: str, misfit: _Misfit, message: str, *, hint: str | None = None) -> None:
        self._problems.error(code, self._place.location(*misfit.loc), message, hint=hint)

    def _missing(self, misfit: _Misfit) -> None:
        location = self._place.location(*misfit.loc[:-1])
        message = f"'{misfit.loc[-1]}' is missing in this {self._subject(misfit.loc[:-1])}"
        model = _model_at(self._model, misfit.loc[:-1])
        hint = model.advice.get(str(misfit.loc[-1])) if model else None
        self._problems.error("E202", location, message, hint=hint)

    def _extra(self, misfit: _Misfit) -> None:
        model = _model_at(self._model, misfit.loc[:-1]) or self._model
        known = [field.alias or name for name, field in model.model_fields.items()]
        word = str(misfit.loc[-1])
        guess = did_you_mean(word, known)
        article = "an" if model.subject[0] in "aeiou" else "a"
        hint = None if guess else f"it has {', '.join(known)}"
        message = f"'{word}' is not a key of {article} {model.subject}{guess}"
        self._problems.error("E203", self._place.key_location(*misfit.loc), message, hint=hint)

    def _unknown_key(self, misfit: _Misfit) -> None:
        word = str(misfit.loc[-1])
        location = self._place.key_location(*misfit.loc)
        if misfit.context.get("pattern") != LANGUAGE:
            self._problems.error("E206", location, f"'{word}' must be a Python name")
            return
        hint = None
        if misfit.value is None:
            hint = "a comma ends a text inside {…}: put the text in quotes"
        self._problems.error("E208", location, f"'{word}' is not a language ({', '.join(LANGUAGES)})", hint=hint)

    def _not_one_of(self, misfit: _Misfit) -> None:
        words = re.findall(r"'([^']*)'", misfit.context["expected"]) or [misfit.context["expected"]]
        guess = did_you_mean(str(misfit.value), words)
        message = f"{misfit.loc[-1]} {_shown(misfit.value)} is unknown ({', '.join(words)}){guess}"
        self._error("E204", misfit, message)

    def _wrong_type(self, misfit: _Misfit) -> None:
        wanted = "text, a number, true or false" if misfit.in_union else _WANTED[misfit.kind]
        if misfit.name in _FREE_MAPPINGS and misfit.kind == "dict_type":
            wanted = "a mapping"
        if misfit.value is None:
            self._error("E201", misfit, f"{misfit.name} has no value; it must be {wanted}")
            return
        texts = misfit.kind in ("string_type", "dict_type") and isinstance(misfit.value, bool | int | float)
        hint = "put it in quotes" if texts else None
        self._error("E201", misfit, f"{misfit.name} must be {wanted}, not {_type_name(misfit.value)}", hint=hint)

    def _subject(self, loc: Loc) -> str:
        model = _model_at(self._model, loc)
        return model.subject if model else "entry"


def _out_of_bounds(misfit: _Misfit) -> str:
    context, name = misfit.context, misfit.name
    match misfit.kind:
        case "string_too_short":
            return f"{name} is empty"
        case "string_too_long":
            return f"{name} is longer than {context['max_length']} characters"
        case "too_short":
            return f"{name} has {_entries(context['actual_length'])}; it needs {context['min_length']} or more"
        case "too_long":
            return f"{name} has {_entries(context['actual_length'])}; it may have {context['max_length']}"
        case "greater_than" | "greater_than_equal":
            bound = f"more than {context['gt']}" if "gt" in context else f"{context['ge']} or more"
            return f"{name} must be {bound}, not {misfit.value}"
        case "less_than_equal":
            return f"{name} must be {context['le']} or less, not {misfit.value}"
        case "finite_number":
            return f"{name} must be a finite number"
    return f"{name} does not fit ({misfit.kind})"


def _entries(number: int) -> str:
    return "no entries" if not number else counted(number, "entry").replace("entrys", "entries")


def _shown(value: Any) -> str:
    return f"'{value}'" if isinstance(value, str | int | float) else _type_name(value)


def _type_name(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    names = {int: "a number", float: "a number", str: "text", list: "a list", dict: "a mapping", type(None): "nothing"}
    shown = f" ({value})" if isinstance(value, int | float) else ""
    return names[type(value)] + shown


def _model_at(model: type[Entry], loc: Loc) -> type[Entry] | None:
    """The model that describes the mapping at ``loc``, or None where it is a free one."""
    here: type[Entry] | None = model
    for part in loc:
        if here is None or isinstance(part, int):
            continue
        field = here.model_fields.get(part)
        if field is not None:
            here = next(_models_in(field.annotation), None)
    return here


def _models_in(annotation: Any) -> Iterator[type[Entry]]:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
