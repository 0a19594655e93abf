"""The little Markdown of cards as HTML: the same blocks and styles as in the terminal."""

from __future__ import annotations

from html import escape
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from quizzer.reports.markdown import CODE_STYLE, EMPHASIS_STYLE, STRONG_STYLE, blocks, inline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizzer.reports.markdown import Block

# From the inside out.
_TAGS = ((CODE_STYLE, "code"), (EMPHASIS_STYLE, "em"), (STRONG_STYLE, "strong"))


def to_html(source: str) -> str:
    """``source`` as paragraphs, lists and blocks of code; whatever looks like HTML in it is shown as it stands."""
    return "".join(_group(kind, list(group)) for kind, group in groupby(blocks(source), key=_kind_of))


def code_html(code: str) -> str:
    """A block of code."""
    return f'<pre tabindex="0"><code>{escape(code)}</code></pre>'


def _kind_of(block: Block) -> str:
    if block.kind != "item":
        return block.kind
    return "ol" if block.mark[0].isdigit() and not block.level else "ul"


def _group(kind: str, group: Sequence[Block]) -> str:
    if kind == "code":
        return "".join(code_html(block.text) for block in group)
    if kind in ("ol", "ul"):
        items = "".join(f'<li class="level{min(block.level, 3)}">{_inline(block.text)}</li>' for block in group)
        start = f' start="{int(group[0].mark[:-1])}"' if kind == "ol" else ""
        return f"<{kind}{start}>{items}</{kind}>"
    tag = "p" if kind == "text" else "h4"
    return "".join(f"<{tag}>{_inline(block.text)}</{tag}>" for block in group)


def _inline(text: str) -> str:
    styled = inline(text)
    edges = sorted({0, len(styled), *(edge for span in styled.spans for edge in (span.start, span.end))})
    made = []
    for start, end in pairwise(edges):
        styles = {str(span.style) for span in styled.spans if span.start <= start and end <= span.end}
        piece = escape(styled.plain[start:end])
        for style, tag in _TAGS:
            piece = f"<{tag}>{piece}</{tag}>" if style in styles else piece
        made.append(piece)
    return "".join(made)
