"""kill -9 at random moments of a migration, an import and a restore: the old state or the new one, never between.

The suite kills each act a few times; ``QUIZZER_KILLS=100`` spreads a hundred kills over them (``make kills``).
"""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from alembic import command
from alembic.script import ScriptDirectory

from anki_packages import Package
from answering import CHILD, KILLS, child, line_of, record
from kill_stage import stage
from quizzer.domain.card import Basic, Card, Deck, DeckId, Topic
from quizzer.domain.text import Text
from quizzer.interchange.writers import Format
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.exchange_out import export_deck
from quizzer.storage import migrate
from quizzer.storage.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kill_stage import Stage

OLDER = [one.revision for one in ScriptDirectory.from_config(migrate.config()).walk_revisions()][1:]
ACTS = [f"migrate from {revision}" for revision in OLDER] + ["a folder", "an .apkg", "a JSON backup", "a restore"]
KILLS_AN_ACT = -(-KILLS // len(ACTS))
START = datetime(2026, 1, 1, tzinfo=UTC)
NOW = "2026-03-02T21:00:00+00:00"
CARDS = 400

# The number of the answer is its duration in milliseconds: ids begin again in a database that was put back.
ANSWERS = (
    CHILD
    + """
number = int(sys.argv[2])
while True:
    number += 1
    card = f"busy/{number % 20}"
    with store.write() as tx:
        tx.record_answer(record(card, tx.progress(card), number / 1000))
    say(number)
"""
)

LOG = """
SELECT card_id, rating, answered_at_ms, progress_after
FROM review_log JOIN (SELECT key, id AS card_id FROM card WHERE id NOT LIKE 'busy/%') ON card_key = key
ORDER BY card_id, id
"""
CONTENT = (
    LOG,
    "SELECT version_num FROM alembic_version",
    "SELECT id, version, title FROM deck ORDER BY id",
    "SELECT card.id, content, active FROM card JOIN card_state ON card_key = key ORDER BY card.id",
)


@dataclass
class Scene:
    """A home to start from, and a command that makes its database another one."""

    stage: Stage
    home: Path
    environ: dict[str, str]
    start: Path
    arguments: tuple[str | Path, ...]
    states: list[object] = field(default_factory=list)
    took_s: dict[str, float] = field(default_factory=dict)

    @property
    def database(self) -> Path:
        return self.home / "quizzer.db"

    def set(self) -> None:
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(self.start, self.home)

    def run(self, *, kill: tuple[str, float] | None = None) -> int | None:
        wal = self.database.with_name(f"{self.database.name}-wal")
        ended = self.stage.run(*self.arguments, environ=self.environ, watch=wal, kill=kill)
        assert ended.code in (0, None), ended.err
        if ended.code == 0:
            self.took_s = ended.took_s
        return ended.code

    def killed(self, chance: random.Random) -> bool:
        """Run the act and kill it at a moment of its length, or of what follows its first write; False if too late."""
        since = chance.choice(sorted(self.took_s))
        return self.run(kill=(since, chance.random() * self.took_s[since])) is None


def content_of(path: Path) -> list[object]:
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        return [raw.execute(sql).fetchall() for sql in CONTENT]


def answers_in(*paths: Path) -> set[int]:
    found: set[int] = set()
    for path in paths:
        with closing(sqlite3.connect(path)) as raw:
            sql = "SELECT duration_ms FROM review_log WHERE duration_ms > 0"
            numbers = [number for (number,) in raw.execute(sql)]
        assert len(numbers) == len(set(numbers))
        found.update(numbers)
    return found


def deck_of(name: str, count: int, *, version: str = "1") -> Deck:
    texts = [
        Text.of({"en": f"What is {n} in version {version}? " * 8, "zh-CN": "它是什么？" * 8}) for n in range(count)
    ]
    cards = tuple(
        Card(f"{name}/{n}", f"{name}/{n}", name, "topic", Basic(text, text), text, "s") for n, text in enumerate(texts)
    )
    return Deck(name, "1", Text.of(name), Text.of("Cards"), "MIT", (Topic("topic"),), cards)


def filled(path: Path, deck: Deck) -> Path:
    """Add a deck to the database, with an answer to each of its first cards."""
    with open_store(path) as store:
        with store.write() as tx:
            tx.apply_content([deck], [], origin="test", retire_missing=False, at=START)
        for card in deck.cards[:5]:
            with store.write() as tx:
                tx.record_answer(record(card.id, tx.progress(card.id), 0.0))
    return path


def write_folder(folder: Path) -> Path:
    """A deck as files; JSON is YAML, too."""
    about = {"title": "Many", "description": "Many cards", "licence": "MIT", "topics": [{"id": "topic"}]}
    card = {"kind": "basic", "topic": "topic", "answer": "It is.", "why": "Because.", "source": "made up"}
    cards = [{"id": f"card-{n}", "prompt": f"What is {n}?", **card} for n in range(CARDS)]
    files = {"deck.yaml": {"schema": 1, "id": "many", "version": "1", **about}, "cards/all.yaml": {"cards": cards}}
    for name, content in files.items():
        path = folder / "many" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def running() -> Iterator[Stage]:
    with stage() as started:
        yield started


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory, _studied_home: Path) -> Path:
    """A home with the built-in content and a deck that is being studied."""
    home = tmp_path_factory.mktemp("begun") / "home"
    shutil.copytree(_studied_home, home)
    filled(home / "quizzer.db", deck_of("busy", 20))
    return home


@pytest.fixture
def scene(request: pytest.FixtureRequest, running: Stage, begun: Path, tmp_path: Path) -> Scene:
    start, home, act = tmp_path / "start", tmp_path / "home", request.param
    shutil.copytree(begun, start)
    environ = {"QUIZZER_HOME": str(home), "HOME": str(tmp_path), "PATH": "", "TZ": "UTC", "QUIZZER_NOW": NOW}
    arguments = made(act, start / "quizzer.db", tmp_path)
    scene = Scene(running, home, environ | {"LANG": "C.UTF-8"}, start, arguments)
    scene.set()
    scene.states.append(content_of(scene.database))
    scene.run()
    scene.states.append(content_of(scene.database))
    assert scene.states[0] != scene.states[1]
    return scene


def made(act: str, database: Path, folder: Path) -> tuple[str | Path, ...]:
    """What the act needs, and the command that is the act."""
    if act.startswith("migrate"):
        filled(database, deck_of("many", CARDS))
        settings = migrate.config()
        with migrate.migration_connection(database) as connection:
            settings.attributes["connection"] = connection
            command.downgrade(settings, act.rsplit(maxsplit=1)[-1])
        return ("config", "list")
    if act == "a folder":
        return ("deck", "import", write_folder(folder / "content"))
    if act == "an .apkg":
        package = Package()
        for n in range(CARDS):
            package.review(package.basic(f"Question {n}? " * 8, f"Answer {n}"), 1_767_261_600_000 + n)
        return ("deck", "import", package.write(folder / "many.apkg"))
    if act == "a JSON backup":
        with open_store(filled(folder / "other.db", deck_of("many", CARDS))) as store:
            export_deck(
                store,
                DeckId("many"),
                folder / "many.json",
                how=Format.JSON,
                language="en",
                now=START,
                zone=UTC,
                options=SchedulerOptions(),
            )
        return ("deck", "import", folder / "many.json")
    copy = folder / "copy.db"
    shutil.copyfile(database, copy)
    filled(copy, deck_of("many", CARDS))
    with closing(sqlite3.connect(copy)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
    return ("backup", "restore", copy, "--yes")


@pytest.mark.slow
@pytest.mark.parametrize("scene", ACTS, indirect=True)
def test_a_killed_act_leaves_the_old_state_or_the_new_one_and_can_be_done_again(
    scene: Scene, request: pytest.FixtureRequest
) -> None:
    chance = random.Random(request.node.name)
    killed, left = 0, set()
    while killed < KILLS_AN_ACT:
        scene.set()
        if not scene.killed(chance):
            continue

        killed += 1
        found = content_of(scene.database)
        assert found in scene.states
        left.add(scene.states.index(found))
        assert scene.run() == 0
        assert content_of(scene.database) == scene.states[1]
    # With many kills at hand some must have come before the end, or the moments are not in the act.
    assert KILLS_AN_ACT < 10 or 0 in left


@pytest.mark.slow
@pytest.mark.parametrize("scene", [act for act in ACTS if not act.startswith("migrate")], indirect=True)
def test_a_killed_act_loses_no_answer_of_a_session_beside_it(scene: Scene, request: pytest.FixtureRequest) -> None:
    chance = random.Random(request.node.name)
    scene.set()
    acknowledged: list[int] = []
    for round_ in range(KILLS_AN_ACT):
        with child(ANSWERS, scene.database, round_ * 100_000) as session:
            assert session.stdout is not None
            acknowledged.append(int(line_of(session)))
            scene.killed(chance)
            acknowledged.append(int(line_of(session)))
            session.kill()
            acknowledged += [int(number) for number in session.stdout.read().split()]

        assert content_of(scene.database) in scene.states
    copies = (scene.home / "backups").glob("*.db")
    assert set(acknowledged) <= answers_in(scene.database, *copies)
