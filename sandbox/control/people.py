"""The part of the control API for people: what they see, and what they do."""

import asyncio
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from aiohttp import web

from sandbox import actions
from sandbox.accounts import Account
from sandbox.actions import PHONE_NUMBER, NotPossibleError
from sandbox.bodies import read
from sandbox.chats import Chat, Message
from sandbox.control.exchange import field, json_response, read_object, whole
from sandbox.files import Kind
from sandbox.guard import file_response
from sandbox.methods.profile import commands_in_private
from sandbox.qr import read_qr
from sandbox.views import see, summary, visible
from sandbox.world import World

ANSWER_SECONDS = 15.0
KINDS: Mapping[str, Kind] = {"photo": "photo", "document": "document"}


class PeopleApi:
    """Serves people, chats, messages and files, and the acts of people."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.AbstractRouteDef]:
        """Return the routes."""
        return [
            web.get("/people", self.people),
            web.get("/chats", self.chats),
            web.get("/messages", self.messages),
            web.post("/messages", self.write),
            web.post("/files", self.send_file),
            web.post("/contacts", self.share_contact),
            web.get("/files/{file_id}", self.give_file),
            web.post("/taps", self.tap),
            web.post("/votes", self.vote),
            web.post("/blocks", self.block),
            web.post("/reads", self.mark_read),
            web.get("/commands", self.commands),
            web.get("/bot", self.bot),
        ]

    async def people(self, request: web.Request) -> web.Response:
        """List the people of the demo, those with a role first."""
        accounts = sorted(self._world.accounts.values(), key=lambda account: not account.roles)
        return json_response([self._person(account) for account in accounts])

    async def chats(self, request: web.Request) -> web.Response:
        """List a person's chats: the private one, then groups and channels."""
        account = self._account(request.query.get("as"))
        private = self._world.chats[account.id]
        shared = [
            chat
            for chat in self._world.chats.values()
            if not chat.is_private and chat.has(account.id) and chat.upgraded_to is None
        ]
        return json_response([self._chat_line(chat, account) for chat in (private, *shared)])

    async def messages(self, request: web.Request) -> web.Response:
        """List a chat's messages as a person sees them."""
        account = self._account(request.query.get("as"))
        chat = self._chat(account, request.query.get("chat"))
        return json_response([self._with_code(seen) for seen in visible(chat, account.id)])

    def _with_code(self, message: Message) -> Message:
        """Add the text of a photo's QR code as `code`."""
        file = (
            self._world.files.get(message["photo"][-1]["file_id"]) if "photo" in message else None
        )
        code = read_qr(file.upload.data) if file else None
        return {**message, "code": code} if code else message

    async def write(self, request: web.Request) -> web.Response:
        """Write as a person."""
        body = await read_object(request)
        account, chat = self._place(body)
        message = actions.write(self._world, account, chat, str(field(body, "text")))
        return json_response(see(chat, message, account.id))

    async def send_file(self, request: web.Request) -> web.Response:
        """Send a file as a person."""
        given = await read(request)
        account, chat = self._place(given.fields)
        upload = given.files.get("file")
        kind = KINDS.get(given.fields.get("kind", ""))
        if upload is None or kind is None:
            raise NotPossibleError("a file, and kind=photo or kind=document, are needed")
        caption = str(given.fields.get("caption", ""))
        message = actions.attach(self._world, account, chat, kind, upload, caption=caption)
        return json_response(see(chat, message, account.id))

    async def share_contact(self, request: web.Request) -> web.Response:
        """Share a person's own contact."""
        account, chat = self._place(await read_object(request))
        message = actions.share_contact(self._world, account, chat, PHONE_NUMBER)
        return json_response(see(chat, message, account.id))

    async def give_file(self, request: web.Request) -> web.Response:
        """Return a file's bytes."""
        file = self._world.files.get(request.match_info["file_id"])
        if file is None:
            raise NotPossibleError("there is no such file")
        return file_response(file.upload)

    async def tap(self, request: web.Request) -> web.Response:
        """Tap a button as a person, and return the bot's answer."""
        body = await read_object(request)
        account, chat = self._place(body)
        number, data = whole(field(body, "message_id")), str(field(body, "data"))
        pending = actions.tap(self._world, account, chat, number, data)
        try:
            answer = asdict(await asyncio.wait_for(pending, ANSWER_SECONDS))
        except TimeoutError:
            answer = None
        return json_response({"answer": answer})

    async def vote(self, request: web.Request) -> web.Response:
        """Vote in a native poll as a person."""
        body = await read_object(request)
        account, chat = self._place(body)
        choice = [whole(one) for one in field(body, "option_ids")]
        actions.vote(self._world, account, chat, whole(field(body, "message_id")), choice)
        return json_response({})

    async def block(self, request: web.Request) -> web.Response:
        """Block or unblock the bot as a person."""
        body = await read_object(request)
        account = self._account(field(body, "as"))
        actions.block(self._world, account, blocked=bool(field(body, "blocked")))
        return json_response({})

    async def mark_read(self, request: web.Request) -> web.Response:
        """Mark a chat as read by a person."""
        account, chat = self._place(await read_object(request))
        chat.read[account.id] = chat.last_id
        self._world.changes.emit("people")
        return json_response({})

    async def commands(self, request: web.Request) -> web.Response:
        """Return the command menu that a person sees in the private chat."""
        account = self._account(request.query.get("as"))
        language = account.language_code or ""
        return json_response(commands_in_private(self._world.bot, account.id, language))

    async def bot(self, request: web.Request) -> web.Response:
        """Return data of the bot."""
        profile = self._world.bot
        described = {"description": profile.descriptions.get("", "")}
        return json_response({**profile.user, **described})

    def _account(self, user_id: Any) -> Account:
        account = self._world.accounts.get(whole(user_id))
        if account is None:
            raise NotPossibleError("there is no such person")
        return account

    def _chat(self, account: Account, chat_id: Any) -> Chat:
        return actions.chat_of(self._world, account, whole(chat_id))

    def _place(self, body: Any) -> tuple[Account, Chat]:
        account = self._account(field(body, "as"))
        return account, self._chat(account, field(body, "chat"))

    def _person(self, account: Account) -> dict[str, Any]:
        chat = self._world.chats[account.id]
        return {
            "id": account.id,
            "first_name": account.first_name,
            "last_name": account.last_name,
            "username": account.username,
            "note": account.note,
            "roles": account.roles,
            "invitation": account.invitation,
            "blocked": account.blocked,
            "unread": chat.unread(account.id),
            "last": summary(chat.latest()),
        }

    def _chat_line(self, chat: Chat, account: Account) -> dict[str, Any]:
        name = self._world.bot.names[""] if chat.is_private else chat.info["title"]
        return {
            "id": chat.id,
            "type": chat.type,
            "title": name,
            "unread": chat.unread(account.id),
            "last": summary(chat.latest()),
        }
