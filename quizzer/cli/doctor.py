# ruff: noqa: PLC0415 - imports wait until the command runs
"""``quizzer doctor``: where things are and whether they work; exit code 1 where something does not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.options import json_option

if TYPE_CHECKING:
    from quizzer.services.doctor import Finding


@click.command()
@json_option
@click.option("--stop-warm", is_flag=True, help="End the judge that waits in the background, and do nothing else.")
@click.pass_context
@pass_app
def doctor(app: AppContext, ctx: click.Context, *, stop_warm: bool) -> None:
    """Check Python, torch, the isolation of submissions, the database, the terminal and the language."""
    from quizzer.services.doctor import examine_database, examine_folder, examine_installation
    from quizzer.services.doctor_warm import examine_warm

    if stop_warm:
        _stop_warm(app)
        return

    findings = [
        *examine_installation(),
        examine_warm(app.environ, keep_warm=app.keep_warm),
        *examine_database(app.database, lambda: _versions(app)),
        examine_folder("workspace", app.workspace),
        _terminal(app),
        *_language_and_clock(app),
    ]
    healthy = all(finding.ok for finding in findings)
    _print(app, findings, healthy=healthy)
    ctx.exit(0 if healthy else 1)


def _stop_warm(app: AppContext) -> None:
    from quizzer.services.doctor_warm import stop_warm

    stopped = stop_warm(app.environ)
    if app.json:
        from quizzer.reports.json_format import dumps

        click.echo(dumps({"stopped": stopped}))
        return
    from quizzer.reports.words import say

    click.echo(say(app.language, "warm_stopped" if stopped else "warm_none"))


def _versions(app: AppContext) -> tuple[str, str]:
    from quizzer.services.sync import content_version
    from quizzer.storage.schema import HEAD_REVISION
    from quizzer.storage.store import open_store

    with open_store(app.database, migrate=False) as store:
        return HEAD_REVISION, content_version(store) or "not synced yet"


def _terminal(app: AppContext) -> Finding:
    from quizzer.services.doctor import Finding

    console = app.console()
    encoding = sys.stdout.encoding or "unknown"
    kind = app.environ.get("TERM", "unknown") if console.is_terminal else "not a terminal"
    value = f"{kind}, {console.width}x{console.height}, {console.color_system or 'no colours'}, {encoding}"
    if encoding.lower().replace("-", "") != "utf8":
        return Finding("terminal", value, advice="Chinese text and signs need UTF-8: export LANG=C.UTF-8")
    return Finding("terminal", value)


def _language_and_clock(app: AppContext) -> tuple[Finding, Finding]:
    from quizzer.services.doctor import Finding

    now = app.now().astimezone(app.zone).isoformat(timespec="seconds")
    simulated = " (simulated by QUIZZER_NOW)" if app.environ.get("QUIZZER_NOW") else ""
    return Finding("language", app.language), Finding("clock", f"{now} {app.zone}{simulated}")


def _print(app: AppContext, findings: list[Finding], *, healthy: bool) -> None:
    if app.json:
        from quizzer.reports.json_format import dumps

        items = [{"name": one.name, "value": one.value, "ok": one.ok, "advice": one.advice} for one in findings]
        click.echo(dumps({"ok": healthy, "findings": items}))
        return
    from quizzer.reports.phrasebook import doctor_phrasebook
    from quizzer.reports.tables import pairs

    said = doctor_phrasebook(app.language).said
    rows = [
        (("" if one.ok else "! ") + said(one.name), said(one.value) + (f"\n→ {said(one.advice)}" if one.advice else ""))
        for one in findings
    ]
    app.show(pairs(rows, style=app.page_style))
