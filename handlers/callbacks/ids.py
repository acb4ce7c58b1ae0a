"""The id that a button names."""

from typing import Annotated, TypeAlias

from pydantic import Field

Id: TypeAlias = Annotated[int, Field(gt=0, lt=2**63)]
"""A row's id; forged ones beyond it are no ids of ours and match no button."""
