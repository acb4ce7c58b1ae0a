"""The stores of what administrators choose and ask for at run time."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from bot.domain.administration.settings import Setting, StoredSettings, Value
from bot.domain.people.members import MemberId


class SettingStore(Protocol):
    """The chosen settings, and the groups that have become supergroups."""

    def all(self) -> StoredSettings: ...
    def save(self, setting: Setting, value: Value, title: str = "") -> None: ...
    def save_moved(self, former: int, current: int) -> None: ...


class AskedBackupStore(Protocol):
    """The administrators who have asked for a backup that is not made yet."""

    def add(self, member: MemberId, now: datetime) -> bool: ...
    def all(self) -> list[MemberId]: ...
    def forget(self, members: Collection[MemberId]) -> None: ...
