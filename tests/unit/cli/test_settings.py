"""What the environment says: language, clock, zone and places."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizzer.cli.settings import (
    Clock,
    choose_language,
    data_folder,
    database_path,
    local_zone,
    workspace_folder,
)
from quizzer.domain.errors import UsageError


@pytest.mark.parametrize("spelling", ["zh-CN", "zh", "zh_CN", "zh-cn", "ZH_cn.UTF-8", "zh-Hans"])
def test_every_usual_spelling_of_chinese_is_understood(spelling: str) -> None:
    assert choose_language(spelling, {}) == "zh-CN"


def test_the_option_beats_the_variable_which_beats_the_locale() -> None:
    environ = {"QUIZZER_LANG": "zh", "LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}

    assert choose_language("en", environ) == "en"
    assert choose_language(None, environ) == "zh-CN"
    assert choose_language(None, {**environ, "QUIZZER_LANG": ""}) == "en"
    assert choose_language(None, {"LANG": "zh_CN.UTF-8"}) == "zh-CN"


@pytest.mark.parametrize("locale", ["C", "POSIX", "fr_FR.UTF-8", ""])
def test_a_locale_that_is_not_spoken_means_english(locale: str) -> None:
    assert choose_language(None, {"LANG": locale}) == "en"


def test_a_language_asked_for_by_name_must_be_spoken() -> None:
    with pytest.raises(UsageError, match="QUIZZER_LANG: 'fr'"):
        choose_language(None, {"QUIZZER_LANG": "fr"})


def test_a_simulated_clock_starts_where_it_is_told_and_runs_on() -> None:
    seconds = iter([100.0, 100.0, 160.5])
    clock = Clock.of({"QUIZZER_NOW": "2026-03-01T21:30:00+08:00"}, monotonic=lambda: next(seconds))

    first, second = clock.now(), clock.now()

    assert first == datetime(2026, 3, 1, 13, 30, tzinfo=UTC)
    assert first.utcoffset() == timedelta(0)
    assert second - first == timedelta(seconds=60.5)


def test_without_a_simulated_clock_it_is_now() -> None:
    before = datetime.now(UTC)

    now = Clock.of({}).now()

    assert before <= now <= datetime.now(UTC)


@pytest.mark.parametrize("text", ["yesterday", "2026-03-01T21:30:00", "2026-03-01"])
def test_a_simulated_time_needs_a_date_a_time_and_an_offset(text: str) -> None:
    with pytest.raises(UsageError, match="QUIZZER_NOW") as caught:
        Clock.of({"QUIZZER_NOW": text})

    assert "2026-03-01T21:30:00+08:00" in str(caught.value.hint)


def test_a_named_zone_is_kept_so_that_summer_time_moves_the_rollover() -> None:
    zone = local_zone({"TZ": ":Europe/Berlin", "QUIZZER_NOW": "2026-03-01T12:00:00+08:00"})

    assert datetime(2026, 1, 1, tzinfo=zone).utcoffset() == timedelta(hours=1)
    assert datetime(2026, 7, 1, tzinfo=zone).utcoffset() == timedelta(hours=2)


def test_without_tz_a_simulated_clock_brings_its_own_zone() -> None:
    zone = local_zone({"QUIZZER_NOW": "2026-03-01T12:00:00+08:00"})

    assert datetime(2026, 1, 1, tzinfo=zone).utcoffset() == timedelta(hours=8)


def test_the_zone_of_the_system_is_found_by_its_name(tmp_path: Path) -> None:
    target = tmp_path / "zoneinfo" / "Asia" / "Shanghai"
    target.parent.mkdir(parents=True)
    target.touch()
    (tmp_path / "localtime").symlink_to(target)

    zone = local_zone({}, localtime=tmp_path / "localtime")

    assert str(zone) == "Asia/Shanghai"


def test_a_zone_that_does_not_exist_is_no_reason_to_stop() -> None:
    zone = local_zone({"TZ": "Mars/Olympus", "QUIZZER_NOW": "2026-03-01T12:00:00+00:00"})

    assert zone.utcoffset(datetime(2026, 1, 1)) == timedelta(0)  # noqa: DTZ001 - a zone is asked, not a time


def test_the_database_is_where_the_nearest_setting_says(tmp_path: Path) -> None:
    environ = {"QUIZZER_DB": str(tmp_path / "b.db"), "QUIZZER_HOME": str(tmp_path)}

    assert database_path(tmp_path / "a.db", environ) == tmp_path / "a.db"
    assert database_path(None, environ) == tmp_path / "b.db"
    assert database_path(None, {"QUIZZER_HOME": str(tmp_path)}) == tmp_path / "quizzer.db"


def test_without_settings_data_are_where_the_system_keeps_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert data_folder({}).name == "quizzer"
    assert database_path(None, {}) == data_folder({}) / "quizzer.db"


def test_starters_go_where_a_learner_finds_them(tmp_path: Path) -> None:
    assert workspace_folder({"QUIZZER_HOME": str(tmp_path)}) == tmp_path / "workspace"
    assert workspace_folder({}) == Path.home() / "quizzer"
