"""The format of exercise.yaml, as docs/formats.md describes it."""

from typing import Annotated, Literal

from pydantic import Field, FiniteFloat

from quizzer.content.schema import DottedName, Entry, Identifier, Slug, Translated, Word, Written

Seconds = Annotated[FiniteFloat, Field(gt=0, le=3600)]


class EntryPointEntry(Entry):
    """A name that a submission defines."""

    subject = "entry point"
    name: Identifier
    signature: Written


class LimitsEntry(Entry):
    """What a submission may use; what is left out keeps its default."""

    subject = "limits"
    call_s: Seconds | None = None
    run_s: Seconds | None = None
    memory_mib: Annotated[int, Field(ge=16, le=65_536)] | None = None
    output_kib: Annotated[int, Field(ge=1, le=10_240)] | None = None
    file_mib: Annotated[int, Field(ge=0, le=1024)] | None = None


class ExerciseEntry(Entry):
    """exercise.yaml."""

    subject = "exercise"
    schema_: Annotated[Literal[1], Field(alias="schema")]
    id: Slug
    title: Translated
    kind: Literal["implement", "fix", "compute", "train", "optimise"]
    difficulty: Annotated[int, Field(ge=1, le=5)]
    topics: Annotated[list[Word], Field(min_length=1)]
    entry_points: Annotated[list[EntryPointEntry], Field(min_length=1)]
    runs: Annotated[int, Field(ge=1, le=20)] = 1
    limits: LimitsEntry = Field(default_factory=LimitsEntry)
    forbidden: list[DottedName] = Field(default_factory=list)
    hints: list[Translated] = Field(default_factory=list)
    explanation: Translated | None = None
    withheld: Annotated[int, Field(ge=0, le=10_000)] | None = None
