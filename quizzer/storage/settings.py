"""Settings by the beginning of their names, and what a study day has asked of single decks."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from quizzer.storage.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from quizzer.domain.card import DeckId
    from quizzer.domain.memory import StudyDay

SETTINGS = "SELECT name, value FROM setting WHERE name >= :first AND name < :beyond ORDER BY name"

REMOVE_SETTING = "DELETE FROM setting WHERE name = :name"

DECK_COUNTS = """
SELECT s.deck_id, COUNT(CASE WHEN l.state_before = 'new' THEN 1 END),
 COUNT(CASE WHEN l.state_before = 'review' THEN 1 END)
FROM review_log l JOIN card_state s ON s.card_key = l.card_key
WHERE l.answered_on = :today GROUP BY s.deck_id
"""


class SettingRows(Rows):
    """Values that a learner chose."""

    def settings(self, prefix: str) -> Mapping[str, str]:
        """All settings whose name begins with ``prefix``, by the rest of their name."""
        beyond = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        rows = self._connection.rows(SETTINGS, first=prefix, beyond=beyond)
        return {row["name"].removeprefix(prefix): row["value"] for row in rows}

    def remove_setting(self, name: str) -> bool:
        """Forget a setting; whether there was one."""
        return self._connection.run(REMOVE_SETTING, name=name) > 0

    def deck_counts(self, today: StudyDay) -> Mapping[DeckId, tuple[int, int]]:
        """New cards and reviews that this study day has seen, of each deck that had any."""
        return {row[0]: (row[1], row[2]) for row in self._connection.rows(DECK_COUNTS, today=today)}


def peek_setting(path: Path, name: str) -> str | None:
    """A setting of a database that is not open, read without creating or migrating anything.

    None where there is no such database, or none that can be read: whoever opens it next says what is wrong.
    """
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as raw:
            found = raw.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    except sqlite3.Error:
        return None
    return str(found[0]) if found else None
