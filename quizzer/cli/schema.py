# ruff: noqa: PLC0415 - imports wait until a command runs, so that --help stays quick
"""``quizzer schema``: the formats for editors."""

from __future__ import annotations

import click

KINDS = ("deck", "cards", "exercise")


@click.command()
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS))
def schema(kind: str) -> None:
    """Print the JSON Schema of a format for your editor; KIND is deck, cards or exercise.

    Save it, and name it in the first line of a file: # yaml-language-server: $schema=PATH
    """
    import json

    from quizzer.content.json_schema import json_schema

    click.echo(json.dumps(json_schema(kind), ensure_ascii=False, indent=2).encode())
