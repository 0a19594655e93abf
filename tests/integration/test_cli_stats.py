"""``quizzer stats`` as a program: its options, its object, its streams, and the days that it counts by."""

from __future__ import annotations

import re
import shutil
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pexpect
import pytest
from rich.cells import cell_len

from quizzer.domain.memory import Rating
from quizzer.domain.review import AnswerRecord
from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.moment import moment_at
from quizzer.services.sync import ensure_builtin_content
from quizzer.storage.store import open_store
from small_year import OPTIONS, TODAY_AT, write_year

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

NOW = {"QUIZZER_NOW": TODAY_AT.isoformat()}


@pytest.fixture(scope="module")
def _databases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the answers of 60 days, and one with the same decks and no answer; built-in content in both."""
    folder = tmp_path_factory.mktemp("years")
    for name, days in (("veteran", 60), ("beginner", 0)):
        with open_store(folder / name / "quizzer.db") as store:
            write_year(store, days=days)
            ensure_builtin_content(store, at=TODAY_AT)
    return folder


@pytest.fixture
def veteran(quizzer: Program, _databases: Path) -> Program:
    """The program, with the answers of 60 days in its database."""
    shutil.copytree(_databases / "veteran", quizzer.home, dirs_exist_ok=True)
    return quizzer


@pytest.fixture
def beginner(quizzer: Program, _databases: Path) -> Program:
    """The program, with decks and no answer in its database."""
    shutil.copytree(_databases / "beginner", quizzer.home, dirs_exist_ok=True)
    return quizzer


def test_the_object_holds_every_figure_and_they_agree(veteran: Program) -> None:
    found = veteran("stats", "--json", env=NOW).json

    assert found["days"] == 30
    assert len(found["forecast"]) == 30
    assert found["forecast"][0]["date"] == "2026-03-01"
    window = found["window"]
    assert window["answers"] == sum(day["answers"] for day in found["history"] if day["date"] > "2026-01-30")
    for groups in ("decks", "topics", "kinds"):
        assert sum(group["answers"] for group in found[groups]) == window["answers"]
    assert sum(sum(pressed.values()) for pressed in found["buttons"].values()) == window["answers"]
    assert sum(window["ratings"].values()) == window["answers"]
    assert found["retention"]["total"] == window["young"]["total"] + window["mature"]["total"]
    assert sum(found["stability_days"]["counts"]) == sum(found["difficulty"]["counts"]) == found["learned"] > 0
    assert sum(day["due"] for day in found["forecast"]) > 0
    assert [span["until"] for span in found["recent"]] == ["2026-03-01"] * 4


def test_a_deck_is_counted_alone_and_decks_add_up(veteran: Program) -> None:
    whole = veteran("stats", "--json", env=NOW).json
    parts = [
        veteran("stats", "--json", "--deck", deck, env=NOW).json
        for deck in ("mini-layers", "mini-losses", "mini-autograd")
    ]

    assert sum(part["window"]["answers"] for part in parts) == whole["window"]["answers"]
    assert [sum(part["forecast"][day]["due"] for part in parts) for day in range(30)] == [
        day["due"] for day in whole["forecast"]
    ]
    assert [group["id"] for group in parts[0]["decks"]] == ["mini-layers"]
    assert {group["deck"] for group in parts[0]["topics"]} == {"mini-layers"}


def test_a_longer_window_counts_more_by_group_and_the_same_for_today(veteran: Program) -> None:
    short, long = (veteran("stats", "--json", "--days", days, env=NOW).json for days in ("7", "60"))

    assert short["window"]["answers"] < long["window"]["answers"]
    assert long["window"]["answers"] == sum(day["answers"] for day in long["history"])
    assert short["today"] == long["today"]
    assert short["history"] == long["history"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--deck", "mini-layer"), "did you mean mini-layers?"),
        (("--deck", "xyz"), "quizzer deck list"),
        (("--days", "0"), "--days"),
    ],
)
def test_a_deck_or_window_that_cannot_be_is_wrong_usage(
    veteran: Program, arguments: tuple[str, ...], words: str
) -> None:
    refused = veteran("stats", *arguments, env=NOW)

    assert refused.code == 2
    assert words in refused.err
    assert refused.out == ""


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_no_colour_and_plain_hold_where_colour_is_forced(veteran: Program, language: str, width: str) -> None:
    forced = {**NOW, "COLUMNS": width, "FORCE_COLOR": "1", "TERM": "xterm-256color"}

    coloured = veteran("stats", "--lang", language, env=forced)
    bare = veteran("stats", "--lang", language, env={**forced, "NO_COLOR": "1"})
    plain = veteran("stats", "--lang", language, "--plain", env=forced)

    assert "\x1b[36m" in coloured.out
    assert "\x1b[3" not in bare.out
    assert "█" in bare.out
    assert "\x1b" not in plain.out
    assert "█" not in plain.out
    assert (coloured.err, bare.err, plain.err) == ("", "", "")


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_a_real_terminal_gets_colours_but_no_cursor_tricks_and_no_line_too_long(
    veteran: Program, language: str, width: int
) -> None:
    environ = {name: value for name, value in veteran.environ.items() if name != "COLUMNS"}
    terminal = pexpect.spawn(
        sys.executable,
        ["-m", "quizzer", "stats", "--lang", language],
        env={**environ, **NOW, "TERM": "xterm-256color"},
        dimensions=(50, width),
        encoding="utf-8",
        timeout=60,
    )
    terminal.expect(pexpect.EOF)
    terminal.close()
    output = terminal.before

    assert terminal.exitstatus == 0
    assert set(re.findall(r"\x1b\[[0-9;]*(.)", output)) == {"m"}
    assert output.count("\x1b") == len(re.findall(r"\x1b\[[0-9;]*m", output))
    lines = re.sub(r"\x1b\[[0-9;]*m", "", output).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert any("█" in line for line in lines)


def test_a_page_is_written_where_it_is_asked_for_and_stdout_stays_empty(veteran: Program) -> None:
    wrote = veteran("stats", "--html", "my page.html", "--lang", "zh-CN", env=NOW)

    assert (wrote.code, wrote.out) == (0, "")
    assert "my page.html" in wrote.err
    page = (veteran.folder / "my page.html").read_text(encoding="utf-8")
    assert ET.fromstring(page).get("lang") == "zh-CN"


def test_a_page_is_opened_in_the_browser_that_the_environment_names(veteran: Program, tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    browser.chmod(0o755)

    opened = veteran("stats", "--open", "--deck", "mini-layers", env={**NOW, "BROWSER": f"{browser} %s"})

    assert opened.code == 0, opened.err
    page = veteran.home / "stats.html"
    assert (tmp_path / "opened").read_text().strip() == page.as_uri()
    assert "mini-layers" in page.read_text(encoding="utf-8")


def test_without_a_browser_the_page_is_written_all_the_same(veteran: Program) -> None:
    refused = veteran("stats", "--html", "page.html", "--open", env={**NOW, "PATH": "/nonexistent"})

    assert refused.code == 5
    assert "open the page yourself: page.html" in refused.err
    assert (veteran.folder / "page.html").exists()


def test_a_page_that_cannot_be_written_is_said_to_be_so(veteran: Program) -> None:
    refused = veteran("stats", "--html", "no/such/folder/page.html", env=NOW)

    assert refused.code == 5
    assert "cannot be written" in refused.err
    assert veteran("stats", "--html", "page.html", "--json", env=NOW).code == 2
    assert not (veteran.folder / "page.html").exists()


BERLIN = ZoneInfo("Europe/Berlin")


def answer(program: Program, card: str, at: datetime) -> None:
    """One answer at an instant, stored as a session in Berlin would."""
    moment = moment_at(at, zone=BERLIN, rollover_hour=OPTIONS.rollover_hour)
    with open_store(program.database) as store, store.write() as tx:
        before = tx.progress(card)
        outcome = four_answers(before, card_id=card, moment=moment, options=OPTIONS, model=Fsrs6())[Rating.GOOD]
        tx.record_answer(
            AnswerRecord(
                card_id=card,
                rating=Rating.GOOD,
                before=before,
                after=outcome.progress,
                answered_at=at,
                answered_on=moment.today,
                interval_s=outcome.interval_s,
                elapsed_days=outcome.elapsed_days,
                scheduled_days=outcome.scheduled_days,
                duration_s=5.0,
            )
        )


@pytest.mark.parametrize(
    ("night", "change"),
    [
        ("2026-03-28", "the clocks go forward"),
        ("2026-10-24", "the clocks go back"),
        ("2028-02-28", "a leap day follows"),
    ],
)
def test_a_study_day_ends_at_four_in_the_morning_whatever_the_clocks_do(
    beginner: Program, night: str, change: str
) -> None:
    evening = datetime.fromisoformat(f"{night}T22:00:00").replace(tzinfo=BERLIN)
    following = (evening + timedelta(days=1)).date()
    midnight = datetime.combine(following, datetime.min.time(), BERLIN)
    last_minute, first_minute = midnight.replace(hour=3, minute=59), midnight.replace(hour=4)

    def stats(at: datetime) -> dict:
        return beginner("stats", "--json", env={"QUIZZER_NOW": at.isoformat(), "TZ": "Europe/Berlin"}).json

    assert [stats(at)["today"]["date"] for at in (last_minute, first_minute)] == [night, following.isoformat()], change
    for number, at in enumerate((evening, last_minute, first_minute)):
        answer(beginner, f"mini-layers/nn-linear-{number}", at.astimezone(UTC))
    later = stats(midnight.replace(hour=23))

    assert [(day["date"], day["answers"]) for day in later["history"]] == [(night, 2), (following.isoformat(), 1)]
    assert later["today"]["date"] == following.isoformat()
    assert later["today"]["answers"] == 1
    assert later["streak_days"] == 2
    dates = [datetime.fromisoformat(day["date"]).toordinal() for day in later["forecast"]]
    assert dates == list(range(following.toordinal(), following.toordinal() + 30))


def test_before_four_it_is_still_yesterday(veteran: Program) -> None:
    night = (TODAY_AT + timedelta(days=1)).replace(hour=3, minute=59)

    before = veteran("stats", "--json", env={"QUIZZER_NOW": night.isoformat()}).json
    after = veteran("stats", "--json", env={"QUIZZER_NOW": (night + timedelta(minutes=1)).isoformat()}).json

    assert (before["today"]["date"], before["today"]["answers"] > 0) == ("2026-03-01", True)
    assert (after["today"]["date"], after["today"]["answers"]) == ("2026-03-02", 0)
    assert before["streak_days"] == after["streak_days"] > 0
