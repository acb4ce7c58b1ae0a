"""Find an update's handler in a table, built once from the nouns' declarations."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from inspect import signature

from aiogram import Bot
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.filters.callback_data import CallbackData
from aiogram.filters.command import CommandException
from aiogram.types import CallbackQuery, Message, TelegramObject, Update

from bot.domain.people.members import Member
from bot.domain.refusals import NotMember
from handlers.ui.routes import Access, Data, Handler, On, Only, Routes, Typed
from handlers.ui.welcome import AllianceInfo

PARSER = Command("any")
"""Parses a command as aiogram does; the table decides which one it is."""


class Route:
    """A handler and the people it is for."""

    def __init__(self, declared: Routes, handler: Handler | Only, button: On | None = None) -> None:
        """`button` are the data values that the handler is for; without them it is for all."""
        self.declared = declared
        self.only = handler if isinstance(handler, Only) else None
        self.button = button
        self._handler = handler.handler if isinstance(handler, Only) else handler
        self._asks_for = frozenset(signature(self._handler).parameters)
        self.in_one_hop = "account" in self._asks_for
        """Whether the service recognises the person, so that no lookup is needed before."""

    def is_for(self, data: Data) -> bool:
        """Tell whether the handler is for this person; if not, the next one may be."""
        return self.only is None or self.only.whom(data["member"], data["alliance"])

    async def run(self, event: TelegramObject, data: Data) -> None:
        """Refuse people whom it is not for, then handle the update."""
        if not self.in_one_hop:
            _admit(self.declared.access, data)
        if self.declared.prepare is not None:
            self.declared.prepare(data)
        wanted = {name: data[name] for name in self._asks_for & data.keys()}
        if "data" in self._asks_for:
            wanted["data"] = data
        await self._handler(event, **wanted)


@dataclass(frozen=True, slots=True)
class FoundRoutes:
    """The possible handlers of an update, and their arguments.

    `elsewhere` tells that a button was tapped outside the private chat that it belongs to.
    """

    event: TelegramObject
    routes: tuple[Route, ...] = ()
    arguments: Data = field(default_factory=dict)
    elsewhere: bool = False

    @property
    def in_one_hop(self) -> bool:
        """Tell whether the person need not be looked up before."""
        return not self.elsewhere and any(route.in_one_hop for route in self.routes)


def _admit(access: Access, data: Data) -> None:
    member: Member | None = data["member"]
    alliance: AllianceInfo = data["alliance"]
    if access is Access.ANYBODY:
        return
    if member is None:
        raise NotMember
    if access is Access.JOINED:
        member.require_joined()
    if access is Access.CONSENTED:
        member.require_consent(alliance.consent_version)


class RouteTable:
    """All handlers by what they are for. If several match, the most specific comes first."""

    def __init__(self, declared: Iterable[Routes]) -> None:
        self._buttons: dict[str, tuple[type[CallbackData], list[Route]]] = {}
        self._commands: dict[str, list[Route]] = defaultdict(list)
        self._group_commands: dict[str, list[Route]] = defaultdict(list)
        self._links: dict[str, list[Route]] = defaultdict(list)
        self._questions: dict[str, Route] = {}
        self._updates: dict[str, Route] = {}
        self._events: dict[str, Route] = {}
        self.typed: list[tuple[Typed, Route]] = []
        for one in declared:
            self._add_buttons(one)
            self._add_the_rest(one)
        lists = [routes for _, routes in self._buttons.values()]
        for routes in (*lists, *self._commands.values(), *self._links.values()):
            routes.sort(key=lambda route: (route.only is None, route.button is None))

    def _add_buttons(self, declared: Routes) -> None:
        for key, handler in declared.buttons.items():
            special = key if isinstance(key, On) else None
            button = key.button if isinstance(key, On) else key
            _, routes = self._buttons.setdefault(button.__prefix__, (button, []))
            routes.append(Route(declared, handler, special))

    def _add_the_rest(self, declared: Routes) -> None:
        for name, handler in declared.commands.items():
            self._commands[name].append(Route(declared, handler))
        for name, handler in declared.group_commands.items():
            self._group_commands[name].append(Route(declared, handler))
        for start, handler in declared.links.items():
            self._links[start].append(Route(declared, handler))
        for kind, handler in declared.questions.items():
            self._questions[kind] = Route(declared, handler)
        for kind, handler in declared.updates.items():
            self._updates[kind] = Route(declared, handler)
        for name, handler in declared.events.items():
            self._events[name] = Route(declared, handler)
        self.typed += [(reads, Route(declared, handler)) for reads, handler in declared.typed]

    @property
    def kinds(self) -> list[str]:
        """The kinds of updates to ask Telegram for."""
        return ["message", "callback_query", *self._updates]

    def answered(self, kind: str) -> Route | None:
        """Return the handler for answers to a question of this kind."""
        return self._questions.get(kind)

    async def find(self, update: Update, bot: Bot) -> FoundRoutes:
        """Return the possible handlers, as far as is known without the database."""
        event = update.event
        if isinstance(event, CallbackQuery):
            return self._tapped(event)
        if isinstance(event, Message) and update.guest_message is None:
            return await self._said(event, bot)
        route = self._updates.get(update.event_type)
        return FoundRoutes(event, () if route is None else (route,))

    def _tapped(self, query: CallbackQuery) -> FoundRoutes:
        private = query.message is not None and query.message.chat.type == ChatType.PRIVATE
        text = query.data or ""
        known = self._buttons.get(text.partition(":")[0])
        if known is None:
            return FoundRoutes(query, elsewhere=not private)
        button, declared = known
        try:
            data = button.unpack(text)
        except (TypeError, ValueError):
            return FoundRoutes(query, elsewhere=not private)
        routes = [one for one in declared if one.button is None or one.button.matches(data)]
        anywhere = any(button in route.declared.in_groups for route in routes)
        arguments = {"callback_data": data}
        return FoundRoutes(query, tuple(routes), arguments, elsewhere=not (private or anywhere))

    async def _said(self, message: Message, bot: Bot) -> FoundRoutes:
        command = await _command_in(message, bot)
        if command is None:
            told = (route for name, route in self._events.items() if getattr(message, name))
            return FoundRoutes(message, tuple(told))
        if message.chat.type != ChatType.PRIVATE:
            routes = self._group_commands.get(command.command, [])
        else:
            routes = [*self._linked(command), *self._commands.get(command.command, [])]
        return FoundRoutes(message, tuple(routes), {"command": command})

    def _linked(self, command: CommandObject) -> list[Route]:
        payload = (command.args or "") if command.command == "start" else ""
        starts = [start for start in self._links if payload.startswith(start)]
        return [route for start in starts for route in self._links[start]]


async def _command_in(message: Message, bot: Bot) -> CommandObject | None:
    """Return the command of a message, if it is for this bot."""
    try:
        command = PARSER.extract_command(message.text or message.caption or "")
        PARSER.validate_prefix(command)
        await PARSER.validate_mention(bot, command)
    except CommandException:
        return None
    return command
