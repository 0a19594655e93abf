"""Text in several languages: one id, one schedule, many readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self, TypeAlias

LANGUAGES = ("en", "zh-CN")
DEFAULT_LANGUAGE = "en"


def language_of(text: str) -> str | None:
    """The supported tag that ``text`` means (``zh_CN.UTF-8`` is ``zh-CN``), or None."""
    base = text.strip().replace("_", "-").split(".", maxsplit=1)[0].split("-", maxsplit=1)[0].lower()
    return next((language for language in LANGUAGES if language.split("-")[0] == base), None)


PlainText: TypeAlias = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in one or more languages (BCP 47 tags), as ``((tag, text), …)``."""

    versions: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, value: PlainText) -> Self:
        """Build from a plain string (taken as English) or a mapping of language tags."""
        if isinstance(value, str):
            return cls(((DEFAULT_LANGUAGE, value),))
        return cls(tuple(value.items()))

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(tag for tag, _ in self.versions)

    def in_(self, language: str) -> str:
        """The version for ``language``; else its base language, English, or whatever there is."""
        by_tag = dict(self.versions)
        for tag in (language, language.split("-", maxsplit=1)[0], DEFAULT_LANGUAGE):
            if tag in by_tag:
                return by_tag[tag]
        return self.versions[0][1] if self.versions else ""

    def plain(self) -> dict[str, str]:
        """As stored: a mapping of language tag to text."""
        return dict(self.versions)
