"""The id of an application."""

from typing import NewType

ApplicationId = NewType("ApplicationId", int)
