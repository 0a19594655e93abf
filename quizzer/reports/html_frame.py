"""The frame of the program's web pages: one file that needs nothing else, no network, no script, no other file.

A page is HTML and well-formed XML at once.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

STYLE_SHEET = Path(__file__).with_name("stats_page.css")
# Whatever a deck's texts may hold, the page fetches and runs nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def framed(body: str, *, title: str, language: str, style: str = "", reload_s: int | None = None) -> str:
    """The whole page; ``style`` comes after what all pages share, ``title`` is text, ``body`` is HTML."""
    again = "" if reload_s is None else f'<meta http-equiv="refresh" content="{reload_s}" />\n'
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta http-equiv="Content-Security-Policy" content="{_POLICY}" />
{again}<title>{escape(title)}</title>
<style>
{STYLE_SHEET.read_text(encoding="utf-8")}{style}</style>
</head>
<body>
{body}
</body>
</html>
"""
