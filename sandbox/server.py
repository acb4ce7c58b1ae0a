"""The sandbox: a local server instead of Telegram, with a page to play its people."""

import secrets
import time
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any, Literal

from aiohttp import web

from sandbox.accounts import Account, BotProfile
from sandbox.actions import NotPossibleError
from sandbox.bot_api import BotApi
from sandbox.chats import Chat, ChatType, Member
from sandbox.clock import SandboxClock
from sandbox.control import control_api
from sandbox.control.plans import Schedule
from sandbox.faults import Faults
from sandbox.files import UPLOAD_LIMIT
from sandbox.guard import LOOPBACK, add_policy, own_pages_only
from sandbox.journal import Journal
from sandbox.limits import Limits
from sandbox.methods.polls import close_due
from sandbox.people import PAYLOAD, Person
from sandbox.schema import Schema
from sandbox.show import Show
from sandbox.webhook import doubling
from sandbox.world import CALLBACK_LIFETIME, Settings, World

Language = Literal["ru", "en"]

PAGE = Path(__file__).with_name("page")
PARTING_SECONDS = 1.0
OVERHEAD = 1024 * 1024


class Sandbox:
    """A private Telegram: nothing leaves the machine, and nothing is stored.

    Without a token it generates one: with that token anybody can do what the bot can. `language` is
    that of the page.
    """

    def __init__(
        self,
        token: str | None = None,
        *,
        bot_name: str = "Альянс",
        bot_username: str = "alliance_bot",
        language: Language = "ru",
        clock: SandboxClock | None = None,
        limits: Limits | None = None,
        schedule: Schedule | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        callback_lifetime: float = CALLBACK_LIFETIME,
        webhook_delay: Callable[[int], float] = doubling,
        seed: int | None = None,
    ) -> None:
        self.clock = clock or SandboxClock()
        self._language = language
        self._schema = Schema.load()
        self.world = World(
            BotProfile(token or random_token(), bot_username, {"": bot_name}),
            self._schema.update_kinds,
            Settings(self.clock, limits or Limits(), monotonic, callback_lifetime, webhook_delay),
        )
        self.journal = Journal()
        self.faults = Faults(seed)
        self._bot_api = BotApi(self.world, self._schema, self.journal, self.faults)
        self._schedule = schedule
        self._runner: web.AppRunner | None = None
        self._url = ""
        self.clock.watch(self._clock_moved)

    @property
    def url(self) -> str:
        """The server's address, once started: `http://host:port`."""
        return self._url

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.world.bot.token

    @property
    def show(self) -> Show:
        """What the page says of a story that is being played."""
        return self.world.show

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Serve; with port 0 on any free port."""
        guard = own_pages_only({host, *LOOPBACK})
        app = web.Application(client_max_size=UPLOAD_LIMIT + OVERHEAD, middlewares=[guard])
        app.on_response_prepare.append(add_policy)
        app.add_routes(self._bot_api.routes())
        control = control_api(self.world, self.journal, self.faults, self._schedule)
        app.add_subapp("/sandbox/api", control)
        app.add_routes([web.get("/", self._index), web.static("/", PAGE)])
        app.on_shutdown.append(self._let_go)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=PARTING_SECONDS)
        await runner.setup()
        await web.TCPSite(runner, host, port).start()
        self._runner = runner
        self._url = f"http://{host}:{runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Stop serving; the world stays, and `start` continues it."""
        await self.world.webhook.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def add_person(
        self,
        user_id: int,
        first_name: str,
        last_name: str | None = None,
        username: str | None = None,
        *,
        language_code: str | None = "ru",
        note: str = "",
        started: bool = False,
        roles: Collection[str] = (),
        invitation: str | None = None,
    ) -> Person:
        """Add a person to the world; the bot may write to them once they have started it.

        The page shows and searches people by name, `note` and `roles`, those with a role first;
        `invitation` is the payload of a deep link that it offers them.
        """
        account = Account(user_id, first_name, last_name, username, language_code, note, started)
        self.world.add_account(account)
        self.set_roles(user_id, roles)
        self.set_invitation(user_id, invitation)
        return self.person(user_id)

    def set_roles(self, user_id: int, roles: Collection[str]) -> None:
        """Show other roles of a person on the page."""
        self.world.accounts[user_id].roles = tuple(roles)
        self.world.changes.emit("people")

    def set_invitation(self, user_id: int, payload: str | None) -> None:
        """Offer a person a deep link with this payload on the page, or none."""
        if payload is not None and not PAYLOAD.fullmatch(payload):
            raise ValueError(f"{payload!r} is no payload of a deep link")
        self.world.accounts[user_id].invitation = payload
        self.world.changes.emit("people")

    def set_links(self, links: Iterable[tuple[str, str]]) -> None:
        """Show links to pages beside Telegram on the page: what each is called, its address."""
        self.world.links = tuple(links)
        self.world.changes.emit("links")

    def person(self, user_id: int) -> Person:
        """Return a person's driver."""
        return Person(self.world, self.world.accounts[user_id])

    def add_group(
        self,
        chat_id: int,
        title: str,
        members: Collection[int] = (),
        administrators: Collection[int] = (),
        *,
        supergroup: bool = True,
        bot: Member | None = None,
    ) -> Chat:
        """Add a group to the world, with the bot as a member unless `bot` says otherwise.

        `administrators` may name the bot's own id.
        """
        kind: ChatType = "supergroup" if supergroup else "group"
        info = {"id": chat_id, "type": kind, "title": title}
        return self._add_chat(info, members, administrators, bot or Member("member"))

    def add_channel(
        self,
        chat_id: int,
        title: str,
        members: Collection[int] = (),
        administrators: Collection[int] = (),
        *,
        username: str | None = None,
        bot: Member | None = None,
    ) -> Chat:
        """Add a channel to the world, with the bot as an administrator."""
        info = {"id": chat_id, "type": "channel", "title": title}
        if username:
            info["username"] = username
        return self._add_chat(info, members, administrators, bot or Member("administrator"))

    def upgrade_group(self, chat_id: int, new_id: int) -> Chat:
        """Turn a group into a supergroup with another id, as Telegram does when it grows."""
        old = self.world.chats[chat_id]
        if old.type != "group":
            raise NotPossibleError("only a group can be upgraded")
        info = {**old.info, "id": new_id, "type": "supergroup"}
        new = Chat(new_id, "supergroup", info, members=dict(old.members))
        self.world.add_chat(new)
        for chat, word, other in ((old, "to", new_id), (new, "from", chat_id)):
            content = {f"migrate_{word}_chat_id": other}
            message = self.world.post(chat, self.world.bot.user, content)
            self.world.updates.push("message", message)
        old.upgraded_to = new_id
        return new

    def _add_chat(
        self,
        info: dict[str, Any],
        members: Collection[int],
        administrators: Collection[int],
        bot: Member,
    ) -> Chat:
        chat = Chat(info["id"], info["type"], info)
        chat.members[self.world.bot.id] = bot
        chat.members |= {user_id: Member("member") for user_id in members}
        chat.members |= {user_id: Member("administrator") for user_id in administrators}
        self.world.add_chat(chat)
        return chat

    def _clock_moved(self) -> None:
        close_due(self.world)
        self.world.changes.emit("clock")

    async def _index(self, _: web.Request) -> web.Response:
        """Answer with the page; its scripts choose their texts by the document's language."""
        page = (PAGE / "index.html").read_text("utf-8")
        page = page.replace('<html lang="ru">', f'<html lang="{self._language}">', 1)
        return web.Response(text=page, content_type="text/html")

    async def _let_go(self, _: web.Application) -> None:
        """Answer waiting requests, so that their connections can close."""
        self.world.updates.release()
        self.world.changes.close()


def random_token(bot_id: int = 42) -> str:
    """Return a random token in Telegram's format."""
    return f"{bot_id}:{secrets.token_urlsafe(26)}"
