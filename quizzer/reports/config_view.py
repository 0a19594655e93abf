"""``quizzer config``: settings with their values, and where these come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizzer.reports.memory_words import say
from quizzer.reports.tables import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text as RichText

    from quizzer.domain.setting import Setting
    from quizzer.reports.card_page import PageStyle

_LONGEST_VALUE = 24


def settings_page(settings: Sequence[Setting], *, style: PageStyle) -> list[RichText]:
    """``config list``: a line for each setting."""
    language = style.language
    headings = [say(language, key) for key in ("setting", "value", "from", "meaning")]
    rows = [[one.name, _short(one.value), say(language, _origin(one)), say(language, one.name)] for one in settings]
    return table(headings, rows, wrapped=3, numbers=frozenset(), style=style)


def setting_object(setting: Setting) -> dict[str, Any]:
    """One setting of ``config --json``; ``value`` is what ``config set`` would read."""
    return {"name": setting.name, "deck": setting.deck, "value": setting.value, "set": setting.own}


def _origin(setting: Setting) -> str:
    if setting.own:
        return "own"
    return "default" if setting.deck is None else "general"


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 2].rstrip() + " …"
