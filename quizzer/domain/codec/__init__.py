"""The domain as plain JSON values and back: what is stored, exported and sent between our own processes.

Round trips are exact. What is read here was written here (authors' files go through ``quizzer.content``), so
a shape that does not fit is a ``CodecError``, not a diagnostic. Instants are ISO 8601 in UTC.
"""

from quizzer.domain.codec.cards import card_from_plain, card_to_plain
from quizzer.domain.codec.judging import (
    exercise_from_plain,
    exercise_to_plain,
    result_from_plain,
    result_to_plain,
)
from quizzer.domain.codec.plain import CodecError, Plain
from quizzer.domain.codec.progress import progress_from_plain, progress_to_plain

__all__ = [
    "CodecError",
    "Plain",
    "card_from_plain",
    "card_to_plain",
    "exercise_from_plain",
    "exercise_to_plain",
    "progress_from_plain",
    "progress_to_plain",
    "result_from_plain",
    "result_to_plain",
]
