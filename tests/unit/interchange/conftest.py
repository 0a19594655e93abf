"""A calendar on the tenth of March 2026, and a reader of packages made on the spot."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from import_desk import desk, learned  # noqa: F401 - fixtures of two files
from quizzer.domain.memory import StudyDay
from quizzer.interchange.calendar import Calendar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from anki_packages import Package
    from quizzer.domain.exchange import Shipment

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(NOW, lambda at: StudyDay(at.date().toordinal()))


@pytest.fixture
def read(tmp_path: Path, calendar: Calendar) -> Callable[..., Shipment]:
    """Write a package of some era and read it: ``read(package, era="latest")``."""
    from quizzer.interchange.files import read_file

    def write_and_read(package: Package, **how: object) -> Shipment:
        return read_file(package.write(tmp_path / "deck.apkg", **how), calendar=calendar)

    return write_and_read
