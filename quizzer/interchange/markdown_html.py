"""The little Markdown of quizzer's cards as the HTML of Anki's fields."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})[^`]*$")
_ITEM = re.compile(r"^(?P<indent> *)(?P<mark>[-*+]|\d{1,2}[.)])\s+(?P<text>.*)$")
_HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<text>.*?)\s*#*$")
_INLINE = re.compile(
    r"(?P<ticks>`+)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|\$\$(?P<display>[^$]+?)\$\$"
    r"|(?<![\w$])\$(?=\S)(?P<math>[^$\n]+?)(?<=\S)\$(?![\w$])"
    r"|(?<![\w*])\*\*(?=\S)(?P<strong>.+?)(?<=\S)\*\*(?![\w*])"
    r"|(?<![\w*)])\*(?=[^\s*])(?P<emphasis>[^*]+?)(?<=\S)\*(?![\w*(])",
    re.DOTALL,
)
_NESTED_SPACES = 2


def to_html(markdown: str) -> str:
    """Paragraphs, lists, headings, fenced code, strong, emphasis, code and mathematics; all else is text."""
    return "".join(_blocks(markdown.split("\n"))).replace("</li></ul><ul><li>", "</li><li>")


def inline_html(text: str) -> str:
    """One line of it."""
    return "".join(_spans(text))


def _blocks(lines: list[str]) -> Iterator[str]:
    paragraph: list[str] = []
    remaining = iter(lines)
    for line in remaining:
        fence, item, heading = _FENCE.match(line), _ITEM.match(line), _HEADING.match(line)
        if paragraph and (fence or item or heading or not line.strip()):
            yield _paragraph(paragraph)
            paragraph = []
        if fence:
            yield f"<pre><code>{html.escape(_until(remaining, fence['fence']), quote=False)}</code></pre>"
        elif heading:
            level = len(heading["level"])
            yield f"<h{level}>{inline_html(heading['text'])}</h{level}>"
        elif line.strip():
            paragraph.append(line)
    if paragraph:
        yield _paragraph(paragraph)


def _until(lines: Iterator[str], fence: str) -> str:
    kept: list[str] = []
    for line in lines:
        if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            break
        kept.append(line)
    return "\n".join(kept)


def _paragraph(lines: list[str]) -> str:
    item = _ITEM.match(lines[0])
    if item is None:
        return f"<p>{inline_html(' '.join(line.strip() for line in lines))}</p>"
    kind = "ul" if item["mark"] in "-*+" else f'ol start="{item["mark"][:-1]}"'
    text = inline_html(" ".join([item["text"], *(line.strip() for line in lines[1:])]))
    depth = len(item["indent"]) // _NESTED_SPACES
    opening, closing = f"<{kind}><li>", f"</li></{kind[:2]}>"
    return "<ul>" * depth + opening + text + closing + "</ul>" * depth


def _spans(text: str) -> Iterator[str]:
    position = 0
    for found in _INLINE.finditer(text):
        yield html.escape(text[position : found.start()], quote=False)
        position = found.end()
        if found["code"] is not None:
            code = found["code"].strip() or found["code"]
            yield f"<code>{html.escape(code, quote=False)}</code>"
        elif found["display"] is not None:
            yield rf"\[{html.escape(found['display'], quote=False)}\]"
        elif found["math"] is not None:
            yield rf"\({html.escape(found['math'], quote=False)}\)"
        elif found["strong"] is not None:
            yield f"<b>{inline_html(found['strong'])}</b>"
        else:
            yield f"<i>{inline_html(found['emphasis'])}</i>"
    yield html.escape(text[position:], quote=False)
