"""The store of what administrators choose at run time."""

from typing import Protocol

from bot.domain.administration.settings import Setting, StoredSettings, Value


class SettingStore(Protocol):
    """The chosen settings, and the groups that have become supergroups."""

    def all(self) -> StoredSettings: ...
    def save(self, setting: Setting, value: Value, title: str = "") -> None: ...
    def save_moved(self, former: int, current: int) -> None: ...
