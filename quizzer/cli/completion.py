"""``quizzer completion``: the script that makes a shell complete commands, options and languages."""

from __future__ import annotations

import click

SHELLS = ("bash", "zsh", "fish")
WHERE = {
    "bash": 'Add to ~/.bashrc:  eval "$(quizzer completion bash)"',
    "zsh": 'Add to ~/.zshrc:  eval "$(quizzer completion zsh)"',
    "fish": "Save as ~/.config/fish/completions/quizzer.fish",
}


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script for SHELL."""
    from click.shell_completion import get_completion_class  # noqa: PLC0415 - only here

    class_ = get_completion_class(shell)
    if class_ is None:
        ctx.fail(f"no completion for {shell}")
    click.echo(class_(ctx.find_root().command, {}, "quizzer", "_QUIZZER_COMPLETE").source())
    # The hint is narration: stdout goes into the shell.
    click.echo(WHERE[shell], err=True)
