# ruff: noqa: PLC0415 - imports wait until something is edited, so that the first card does not
"""``quizzer card edit`` and the key e: the card's own file where it is the learner's, else a note to the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.cli.context import AppContext
    from quizzer.domain.card import CardId
    from quizzer.domain.library import SyncReport
    from quizzer.storage.store import Store


class CardEditor:
    """Opens what can be edited of a card."""

    def __init__(self, app: AppContext, store: Store) -> None:
        self._app = app
        self._store = store

    def edit(self, card_id: CardId) -> SyncReport | None:
        """Edit the file that the card is written in and bring it in; None where it is not the learner's.

        Raises:
            InputError: the file has errors now, and nothing was changed in the database; the file keeps the edit.
            EnvironmentProblem: no editor, or one that failed.
        """
        from pathlib import Path

        from quizzer.cli.editor import edit_file
        from quizzer.services.card_edit import bring_in, own_place

        place = own_place(self._store, card_id)
        if place is None:
            return None
        edit_file(Path(place.location.path), line=place.location.line, environ=self._app.environ)
        return bring_in(self._store, place, at=self._app.now())

    def ask_for_note(self, card_id: CardId) -> str:
        """Let the learner edit the note to a card; the text, which is not stored yet."""
        from quizzer.cli.editor import edit_text

        with self._store.read() as tx:
            remark = tx.standing(card_id).remark
        return edit_text(remark, environ=self._app.environ)
