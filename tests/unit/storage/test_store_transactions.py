"""Transactions: all or nothing, one at a time, and a reader sees one moment."""

import pytest

from quizzer.storage.store import open_store


def test_what_a_failed_block_wrote_is_gone(desk):
    before = desk.dump()

    with pytest.raises(KeyboardInterrupt), desk.store.write() as tx:  # noqa: PT012 - the block is the claim
        tx.set_setting("language", "zh-CN")
        raise KeyboardInterrupt

    assert desk.dump() == before


def test_a_failed_block_leaves_the_store_usable(desk):
    with pytest.raises(ZeroDivisionError), desk.store.write():
        _ = 1 / 0

    with desk.store.write() as tx:
        tx.set_setting("language", "zh-CN")

    with desk.store.read() as tx:
        assert tx.setting("language") == "zh-CN"


def test_transactions_do_not_nest(desk):
    with desk.store.write(), pytest.raises(RuntimeError, match="do not nest"), desk.store.read():
        pytest.fail("nested")


def test_a_reader_sees_one_moment_while_another_process_writes(desk):
    with open_store(desk.path) as other:
        with desk.store.read() as tx:
            before = tx.setting("language")
            with other.write() as writer:
                writer.set_setting("language", "en")
            after = tx.setting("language")

        with desk.store.read() as tx:
            later = tx.setting("language")

    assert (before, after, later) == (None, None, "en")


def test_a_block_that_is_not_to_be_kept_sees_what_it_wrote_and_leaves_nothing(desk):
    with desk.store.write(keep=False) as tx:
        tx.set_setting("a", "1")
        assert tx.setting("a") == "1"

    with desk.store.read() as tx:
        assert tx.setting("a") is None
