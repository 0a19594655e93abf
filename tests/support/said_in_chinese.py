"""What lint says to an author who reads Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.content.prose import CHINESE
from quizzer.reports.phrasebook import in_words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizzer.domain.errors import Diagnostic

# Lines of code to write.
_CODE = {'@check("What is checked")', "from quizzer.checks import check"}


def left_in_english(found: Sequence[Diagnostic]) -> list[str]:
    """The messages and hints without Chinese once said in it; places and codes must stay what they are."""
    said = in_words_of("zh-CN", found)
    assert [(one.location, one.code, one.severity) for one in said] == [
        (one.location, one.code, one.severity) for one in found
    ]
    texts = [text for one in said for text in (one.message, one.hint) if text and text not in _CODE]
    return [text for text in texts if not CHINESE.search(text)]
