"""Sentences in every language of the interface, and how one of them is said."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from quizzer.domain.text import DEFAULT_LANGUAGE, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping


class Catalogue:
    """Sentences by key, each with a version for each language in the order of ``LANGUAGES``.

    What it does not know, ``beyond`` may: the sentences that several pages share.
    """

    def __init__(self, table: Mapping[str, tuple[str, ...]], *, beyond: Catalogue | None = None) -> None:
        self.sentences: Mapping[str, Mapping[str, str]] = MappingProxyType(
            {key: dict(zip(LANGUAGES, versions, strict=True)) for key, versions in table.items()}
        )
        self._beyond = beyond

    def say(self, language: str, key: str, /, **values: object) -> str:
        """The sentence ``key`` in ``language`` (else English), with ``{names}`` filled in."""
        if key not in self.sentences and self._beyond is not None:
            return self._beyond.say(language, key, **values)
        versions = self.sentences[key]
        return versions.get(language, versions[DEFAULT_LANGUAGE]).format(**values)
