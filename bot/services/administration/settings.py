"""The alliance's settings, as far as administrators change them at run time.

Each change is tried by the configuration's own rules and kept in one transaction with its line in
the audit log; afterwards it is in force, without a restart.
"""

from collections.abc import Iterable

from bot.domain.administration.settings import (
    CHATS,
    ChatNotUsable,
    Chosen,
    Setting,
    SettingChanged,
    SettingFixed,
    SettingState,
    SettingUnusable,
    StoredSettings,
    Value,
)
from bot.domain.people.members import Member, MemberId
from bot.ports import Clock, Storage, Transaction
from bot.services.access import require_administrator
from bot.services.administration.chats import follow_chat
from bot.services.current import CurrentRules
from bot.services.prompts import end_prompt
from bot.services.rules import AllianceRules
from bot.services.transactions import Service, reading, transaction


class Settings(Service):
    """What administrators choose, unless the configuration says it."""

    def __init__(self, storage: Storage, clock: Clock, rules: CurrentRules) -> None:
        super().__init__(storage, clock)
        self._rules = rules

    async def load(self) -> None:
        """Use what was chosen before the start."""
        self._rules.take(await self._stored())

    @property
    def rules(self) -> AllianceRules:
        """The settings in force now."""
        return self._rules.current

    def state(self, setting: Setting) -> SettingState:
        """Return a setting as it is in force."""
        return self._rules.state(setting)

    async def choose(
        self, actor: MemberId, setting: Setting, value: Value, seen: int
    ) -> SettingState:
        """Choose a value, as config.toml has it, or None for the default; it is in force at once.

        `seen` is the setting's version that the administrator saw.
        """
        self._rules.take(await self._choose(actor, setting, value, seen))
        return self.state(setting)

    async def bind(
        self, actor: MemberId, place: Setting | None, chat: int, title: str, former: int | None
    ) -> None:
        """Make a chat the one of a purpose, or of none; it loses the purpose that it had.

        `former` is the chat that the administrator agreed to replace.
        """
        self._rules.take(await self._bind(actor, place, chat, title, former))

    async def follow(self, former: int, current: int) -> None:
        """Follow a group that has become a supergroup."""
        self._rules.take(await self._follow(former, current))

    @reading
    def _stored(self, tx: Transaction) -> StoredSettings:
        return tx.settings.all()

    @transaction
    def _choose(
        self, tx: Transaction, actor: MemberId, setting: Setting, value: Value, seen: int
    ) -> StoredSettings:
        administrator = self._require_free(tx, actor, setting)
        if setting.is_chat:
            raise SettingUnusable
        before = tx.settings.all().get(setting)
        if before.version != seen:
            raise SettingChanged
        if value is not None:
            self._require_usable(setting, value)
        self._save(tx, administrator, setting, before, Chosen(value, 0))
        end_prompt(tx, administrator.id)
        return tx.settings.all()

    @transaction
    def _bind(
        self,
        tx: Transaction,
        actor: MemberId,
        place: Setting | None,
        chat: int,
        title: str,
        former: int | None,
    ) -> StoredSettings:
        administrator = require_administrator(tx, actor, self._rules.current)
        if place is not None:
            self._require_free(tx, actor, place)
            if not place.is_chat or chat >= 0:
                raise ChatNotUsable
        stored = tx.settings.all()
        for other in self._left(stored, chat, place):
            self._save(tx, administrator, other, stored.get(other), Chosen(None, 0))
        if place is not None:
            present = stored.get(place)
            now = stored.now(present.value if isinstance(present.value, int) else None)
            if now not in (None, chat, former):
                raise SettingChanged
            if present.value != chat:
                self._save(tx, administrator, place, present, Chosen(chat, 0, title))
        return tx.settings.all()

    def _left(self, stored: StoredSettings, chat: int, place: Setting | None) -> Iterable[Setting]:
        """Return the other purposes for which administrators had chosen the chat."""
        for other in CHATS:
            value = stored.get(other).value
            if other is not place and isinstance(value, int) and stored.now(value) == chat:
                yield other

    @transaction
    def _follow(self, tx: Transaction, former: int, current: int) -> StoredSettings:
        follow_chat(tx, former, current)
        return tx.settings.all()

    def _require_free(self, tx: Transaction, actor: MemberId, setting: Setting) -> Member:
        administrator = require_administrator(tx, actor, self._rules.current)
        if self._rules.is_fixed(setting):
            raise SettingFixed(setting.value)
        return administrator

    def _require_usable(self, setting: Setting, value: Value) -> None:
        try:
            self._rules.checked(setting, value)
        except ValueError:
            raise SettingUnusable from None

    def _save(
        self, tx: Transaction, actor: Member, setting: Setting, before: Chosen, after: Chosen
    ) -> None:
        tx.settings.save(setting, after.value, after.title)
        tx.audit.add(
            actor.id,
            "setting.change",
            f"setting:{setting.value}",
            self._clock.now(),
            old=_said(before),
            new=_said(after),
        )


def _said(chosen: Chosen) -> str:
    """Return a value for the audit log; it is empty for the default."""
    value = chosen.value
    if value is None:
        return ""
    text = ", ".join(value) if isinstance(value, list) else str(value)
    return f"{chosen.title} ({text})" if chosen.title else text
