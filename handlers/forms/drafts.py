"""aiogram's state storage on our own database: a wizard survives a restart."""

from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StateType, StorageKey

from bot.services.drafts import PREFIX, Drafts


class DraftStorage(BaseStorage):
    """Fulfils aiogram's storage with the service that keeps drafts."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._keys = DefaultKeyBuilder(prefix=PREFIX, with_destiny=True, with_bot_id=False)

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Keep the state."""
        value = state.state if isinstance(state, State) else state
        await self._drafts.save_state(self._keys.build(key), value)

    async def get_state(self, key: StorageKey) -> str | None:
        """Return the state."""
        return await self._drafts.state(self._keys.build(key))

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Keep the data."""
        await self._drafts.save_data(self._keys.build(key), data)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """Return the data."""
        return await self._drafts.data(self._keys.build(key))

    async def close(self) -> None:
        """Nothing to close: the database belongs to the app."""
