"""What the built-in cards say of a DataLoader's worker processes, which no snippet can start where it is run."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator

import pytest
import torch
from torch.utils.data import DataLoader, Dataset, IterableDataset


class Counting(Dataset[int]):
    """Counts how often it was asked, and knows who is asked."""

    count = 0

    def __len__(self) -> int:
        return 6

    def __getitem__(self, index: int) -> int:
        self.count += 1
        return os.getpid()


class Lines(IterableDataset[int]):
    def __iter__(self) -> Iterator[int]:
        return iter(range(4))


@pytest.fixture(autouse=True)
def calm() -> Iterator[None]:
    """A machine of one core is warned of two workers, and a program with threads of a fork."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def test_workers_are_processes_with_a_copy_of_the_dataset_each() -> None:
    dataset = Counting()

    loader: DataLoader[int] = DataLoader(dataset, 3, num_workers=2, multiprocessing_context="fork")
    workers = set(torch.cat(list(loader)).tolist())

    assert len(workers) == 2
    assert os.getpid() not in workers
    assert dataset.count == 0


def test_each_worker_goes_through_the_whole_of_an_iterable_dataset() -> None:
    loader: DataLoader[int] = DataLoader(Lines(), num_workers=2, multiprocessing_context="fork")

    assert sorted(torch.cat(list(loader)).tolist()) == [0, 0, 1, 1, 2, 2, 3, 3]
