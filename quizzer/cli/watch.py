# ruff: noqa: PLC0415 - imports wait: torch starts in its own process first, and --help stays quick
"""``quizzer watch``: judge a file each time it is saved, with the judge kept warm."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.context import AppContext, pass_app

if TYPE_CHECKING:
    from quizzer.cli.watch_loop import WatchLoop


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[DIR|FILE]...")
@click.option("--no-store", is_flag=True, help="Judge only: store nothing and leave the schedule alone.")
@pass_app
def watch(app: AppContext, paths: tuple[Path, ...], *, no_store: bool) -> None:
    """Judge files with a "# quizzer: ID" line each time they are saved; Ctrl-C ends.

    Without a folder or file, the folder you are in is watched with all that is below it.
    """
    from contextlib import closing

    loop = _loop(app, paths or (Path(),), stores=not no_store)
    with closing(loop):
        loop.run()


def _loop(app: AppContext, paths: tuple[Path, ...], *, stores: bool) -> WatchLoop:
    from quizzer.cli.watch_loop import WatchLoop
    from quizzer.domain.errors import UsageError
    from quizzer.services.watch_files import FileWatch

    for path in paths:
        if not path.is_dir() and not path.parent.is_dir():
            raise UsageError(f"{path}: there is no such file or folder", hint="name what to watch: quizzer watch DIR")
    return WatchLoop(app, FileWatch(paths), stores=stores)
