"""What all formats share: strict models, and the types of their texts, names and numbers."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, FiniteFloat, StringConstraints, WithJsonSchema

from quizzer.domain.text import DEFAULT_LANGUAGE, LANGUAGES

SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
IDENTIFIER = r"^[A-Za-z_][A-Za-z0-9_]*$"
DOTTED = r"^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*$"
# Control characters rewrite a terminal's screen, directional marks make a text look like another one.
VISIBLE = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*$"
LANGUAGE = rf"^(?:{'|'.join(LANGUAGES)})$"
MAX_TEXT = 20_000


class Entry(BaseModel):
    """A mapping of a file: each key known, each value of its very type."""

    model_config = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True)
    subject: ClassVar[str] = "entry"
    """What an author calls it."""
    advice: ClassVar[Mapping[str, str]] = {}
    """What to do where a key is missing."""


def _with_language(value: Any) -> Any:
    return {DEFAULT_LANGUAGE: value} if isinstance(value, str) else value


Written = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_TEXT, pattern=VISIBLE)]
"""A text that is not blank and shows all that it holds."""
_TEXT_SCHEMA = {"type": "string", "minLength": 1, "maxLength": MAX_TEXT, "pattern": VISIBLE}
Translated = Annotated[
    dict[Annotated[str, StringConstraints(pattern=LANGUAGE)], Written],
    Field(min_length=1),
    BeforeValidator(_with_language),
    WithJsonSchema(
        {
            "anyOf": [
                _TEXT_SCHEMA,
                {
                    "type": "object",
                    "properties": dict.fromkeys(LANGUAGES, _TEXT_SCHEMA),
                    "additionalProperties": False,
                    "minProperties": 1,
                },
            ]
        }
    ),
]
"""A text, or a mapping of languages to texts."""
Slug = Annotated[str, StringConstraints(max_length=100, pattern=SLUG)]
Identifier = Annotated[str, StringConstraints(max_length=100, pattern=IDENTIFIER)]
DottedName = Annotated[str, StringConstraints(max_length=200, pattern=DOTTED)]
Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=VISIBLE)]
"""A name as authors write it: a topic, a tag, a licence."""
Code = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT, pattern=VISIBLE)]
"""Python source; its spaces count."""
Values = Annotated[list[bool | int | FiniteFloat | str], Field(min_length=1, max_length=10_000)]
