"""The numbers that a button carries; what lies beyond them matches no button of ours."""

from typing import Annotated, TypeAlias

from pydantic import Field

Id: TypeAlias = Annotated[int, Field(gt=0, lt=2**63)]
"""A row's id: SQLite's are below 2**63."""

IdOrNone: TypeAlias = Annotated[int, Field(ge=0, lt=2**63)]
"""A row's id; 0 is none."""

PageNumber: TypeAlias = Annotated[int, Field(ge=0, lt=10_000)]
"""A page of a list, from 0."""
