# ruff: noqa: PLC0415 - imports wait until a command needs them, so that --help stays quick
"""What every command is handed: places, language, clock, store, grader. All of it made when first asked for.

This is the composition root: the only place that reads the environment, the clock and paths.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime, tzinfo
    from pathlib import Path

    from rich.console import Console
    from rich.text import Text as RichText

    from quizzer.cli.settings import Clock
    from quizzer.grader.client import Grader
    from quizzer.grader.process import ForkServer
    from quizzer.reports.card_page import PageStyle
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.services.preferences import Preferences
    from quizzer.storage.store import Store


@dataclass
class AppContext:
    """The options of the group and what follows from them; each property is computed once, when needed."""

    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    db_option: Path | None = None
    language_option: str | None = None
    plain: bool = False
    json: bool = False
    _store: Store | None = None

    @cached_property
    def language(self) -> str:
        from quizzer.cli.settings import choose_language

        return choose_language(self.language_option, self.environ, chosen=self._chosen_language)

    def _chosen_language(self) -> str | None:
        from quizzer.domain.setting import LANGUAGE, row_name
        from quizzer.storage.settings import peek_setting

        return peek_setting(self.database, row_name(LANGUAGE))

    @cached_property
    def _clock(self) -> Clock:
        from quizzer.cli.settings import Clock

        return Clock.of(self.environ)

    def now(self) -> datetime:
        """The present instant, aware and in UTC; QUIZZER_NOW starts a simulated clock."""
        return self._clock.now()

    @cached_property
    def zone(self) -> tzinfo:
        """The learner's time zone."""
        from quizzer.cli.settings import local_zone

        return local_zone(self.environ)

    @cached_property
    def database(self) -> Path:
        """Where the learner's database is or will be."""
        from quizzer.cli.settings import database_path

        return database_path(self.db_option, self.environ)

    @cached_property
    def workspace(self) -> Path:
        """The folder that starters are put in; not created here."""
        from quizzer.cli.settings import workspace_folder

        return workspace_folder(self.environ)

    @property
    def interactive(self) -> bool:
        """True where a person can answer a prompt: input and output are both terminals."""
        # A stream that was closed before the start is None.
        return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))

    @cached_property
    def preferences(self) -> Preferences:
        """What the learner has set, read once; from the store that is open, where one is."""
        from quizzer.services.preferences import load

        if self._store is not None and self._store.is_open:
            return load(self._store)
        with self.open_store() as store:
            return load(store)

    @property
    def scheduler_options(self) -> SchedulerOptions:
        """The settings of the scheduler, those of single decks among them."""
        return self.preferences.scheduling

    def console(self, *, stderr: bool = False) -> Console:
        """A rich console on stdout or stderr; ``--plain`` and TERM=dumb take colours away."""
        from rich.console import Console

        plain = self.plain or self.environ.get("TERM") == "dumb"
        return Console(
            stderr=stderr,
            no_color=plain or None,
            color_system=None if plain else "auto",
            highlight=False,
            emoji=False,
            markup=False,
            soft_wrap=plain,
        )

    @cached_property
    def page_style(self) -> PageStyle:
        """How pages are laid out for stdout."""
        from quizzer.reports.card_page import PageStyle

        console = self.console()
        colour = console.color_system is not None and not console.no_color
        return PageStyle(console.width, self.language, plain=self.plain, colour=colour)

    def show(self, page: Iterable[RichText]) -> None:
        """Print a page, whose lines are broken already, to stdout."""
        from rich.text import Text

        from quizzer.cli.media_links import linked

        lines = list(page if self.plain else linked(page, self.database.parent))
        if lines:
            # At once: rich takes longer to begin a line than to write it.
            self.console().print(Text("\n").join(lines), soft_wrap=True)

    def open_store(self) -> Store:
        """Open the learner's database, creating or migrating it; use it as a context manager.

        Raises:
            EnvironmentProblem: not a database, a newer one, or a folder that cannot be written.
        """
        from quizzer.storage.store import open_store

        self._store = open_store(self.database)
        return self._store

    def ensure_content(self, store: Store) -> None:
        """Bring the built-in decks and exercises into the store where they changed since the last start."""
        from quizzer.services.sync import ensure_builtin_content

        ensure_builtin_content(store, at=self.now())

    def make_grader(self, *, require: str | None = None) -> Grader:
        """A grader whose fork server starts at once in the background; use it as a context manager.

        ``require`` is the least isolation level to judge with: limits, landlock or full. Where ``keep_warm`` says so
        the server is one that earlier commands left behind, and is left to later ones.
        """
        from quizzer.grader.client import Grader
        from quizzer.grader.sandbox.lockdown import Isolation

        return Grader(require=Isolation(require or Isolation.LIMITS), server=self.make_server())

    def make_server(self) -> ForkServer:
        """The fork server that a grader works with, started at once in the background; to be closed."""
        if self.keep_warm:
            from quizzer.grader.warm_server import WarmServer

            return WarmServer(self.environ, idle_s=self.warm_idle_s)
        from quizzer.grader.process import ServerProcess

        return ServerProcess()

    @property
    def keep_warm(self) -> bool:
        """QUIZZER_KEEP_WARM=1 or 0, else whether somebody sits at a terminal and will grade again."""
        wish = self.environ.get("QUIZZER_KEEP_WARM")
        if wish in ("0", "1"):
            return wish == "1"
        return sys.stdin is not None and sys.stdin.isatty()

    @property
    def warm_idle_s(self) -> float:
        """Seconds after which a warm fork server that nobody uses ends itself."""
        from quizzer.cli.settings import warm_idle_s

        return warm_idle_s(self.environ)


pass_app = click.make_pass_decorator(AppContext, ensure=True)
"""Hands the command its ``AppContext`` as first argument."""
