"""What lint says to an author who reads Chinese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizzer.content.prose import CHINESE
from quizzer.reports.phrasebook import in_words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizzer.domain.errors import Diagnostic

# Lines of code to write.
_CODE = {'@check("What is checked")', "from quizzer.checks import check"}


# What authors wrote, commands to run, and names in a row are no English sentence.
_NAMES = re.compile(
    r"'[^']*'|`[^`]*`|\"[^\"]*\"|quizzer( [a-z]+)+|def \w+|\S+, |\(.*\)|this is not Python: .*|这不是 Python：.*"
)
_SENTENCE = re.compile(r"[a-z]+ [a-z]+")


def left_in_english(found: Sequence[Diagnostic]) -> list[str]:
    """The messages and hints that are not Chinese throughout once said in it; places and codes must stay."""
    said = in_words_of("zh-CN", found)
    assert [(one.location, one.code, one.severity) for one in said] == [
        (one.location, one.code, one.severity) for one in found
    ]
    texts = [text for one in said for text in (one.message, one.hint) if text and text not in _CODE]
    return [text for text in texts if not CHINESE.search(text) or _SENTENCE.search(_NAMES.sub("", text))]
