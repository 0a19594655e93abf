"""Seeds that tell nothing of one another: chance is drawn once and divided by purpose."""

from __future__ import annotations

import hashlib

_SIXTEEN = 16


def derive_seed(seed: int, purpose: str) -> int:
    """A seed below 2**63 for ``purpose``, one-way from ``seed`` (keyed BLAKE2b)."""
    key = seed.to_bytes(_SIXTEEN, "big", signed=True)
    digest = hashlib.blake2b(purpose.encode(), key=key, digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def run_seeds(seed: int, runs: int) -> tuple[int, ...]:
    """The seeds of ``runs`` runs that ``seed`` stands for; of a single one it is its own."""
    return (seed, *(derive_seed(seed, f"run:{number}") for number in range(1, runs)))
