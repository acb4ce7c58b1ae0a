"""The settings in force: those of the configuration, else those that administrators chose."""

from typing import Any

import structlog

from bot.config.config import Config
from bot.domain.administration.settings import CHATS, Setting, SettingState, StoredSettings
from bot.services.rules import AllianceRules, rules_of

log = structlog.get_logger(__name__)


class CurrentRules:
    """Fulfils `RulesSource`: a snapshot that is replaced after each committed change.

    So no act reads the settings from the database.
    """

    def __init__(self, config: Config, consent_version: int) -> None:
        self._given = config
        self._consent = consent_version
        self._stored = StoredSettings()
        self._settled = config
        self._rules = rules_of(config, consent_version)

    @property
    def current(self) -> AllianceRules:
        """The settings in force now."""
        return self._rules

    def take(self, stored: StoredSettings) -> None:
        """Use what is stored from now on, unless something newer is used already."""
        if stored.version > self._stored.version:
            self._stored, self._settled = stored, settled(self._given, stored)
            self._rules = rules_of(self._settled, self._consent)

    def is_fixed(self, setting: Setting) -> bool:
        """Tell whether the configuration says a setting."""
        return is_fixed(self._given, setting)

    def checked(self, setting: Setting, value: object) -> Any:
        """Return a value as the configuration reads it; raise `ValueError` for one it refuses."""
        return checked(self._given, setting, value)

    def state(self, setting: Setting) -> SettingState:
        """Return a setting as it is now."""
        chosen, fixed = self._stored.get(setting), self.is_fixed(setting)
        return SettingState(
            setting,
            value_of(self._settled, setting),
            fixed,
            chosen.version,
            own=not fixed and chosen.value is not None,
            title="" if fixed else chosen.title,
        )


def value_of(config: Config, setting: Setting) -> Any:
    """Return a setting's value in a configuration."""
    section, leaf = setting.split(".")
    return getattr(getattr(config, section), leaf)


def is_fixed(config: Config, setting: Setting) -> bool:
    """Tell whether the file or a variable says a setting; a chat that is left blank is not said."""
    section, leaf = setting.split(".")
    said = leaf in getattr(config, section).model_fields_set
    return said and not (setting.is_chat and value_of(config, setting) is None)


def checked(config: Config, setting: Setting, value: object) -> Any:
    """Return a value as the configuration reads it; raise `ValueError` for one it refuses."""
    section, leaf = setting.split(".")
    return getattr(type(getattr(config, section)).model_validate({leaf: value}), leaf)


def settled(given: Config, stored: StoredSettings) -> Config:
    """Return the configuration with what was chosen where it says nothing.

    A value that this release no longer understands is left out. A group that has become a
    supergroup has its new id, regardless of who named the group.
    """
    sections: dict[str, dict[str, Any]] = {"alliance": {}}
    for setting in Setting:
        value = stored.values.get(setting)
        if value is None or is_fixed(given, setting):
            continue
        section, leaf = setting.split(".")
        try:
            sections.setdefault(section, {})[leaf] = checked(given, setting, value)
        except ValueError:
            log.warning("setting not understood", setting=setting)
    for chat in CHATS:
        leaf = chat.partition(".")[2]
        number = sections["alliance"].get(leaf, value_of(given, chat))
        sections["alliance"][leaf] = stored.now(number)
    changed = {
        name: getattr(given, name).model_copy(update=values) for name, values in sections.items()
    }
    return given.model_copy(update=changed)
