"""The form for a post, new or existing."""

from dataclasses import dataclass, field
from typing import Any

from aiogram.types import Message
from pydantic import BaseModel

from bot.domain.directory.cards import FIELDS_LIMIT
from bot.domain.exchange.posts import (
    SEVERAL,
    TERMS,
    Direction,
    Post,
    PostId,
    PostKind,
    PostPlan,
    checked_count,
    checked_photos,
    checked_place,
    checked_text,
    checked_title,
)
from bot.services.exchange.posts import ExchangePosts
from handlers.exchange.callbacks import ExchangeButton, ExchangePostButton
from handlers.exchange.cards import plan_lines
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Number, Text
from handlers.forms.form import PREVIEW, Ending, Field, Form, View, given
from handlers.forms.lists import Choice, ChoicePart, Option, option_rows, require_offered
from handlers.forms.screens import preview_rows
from handlers.ui.buttons import Row
from handlers.ui.texts import Markup, Texts

NO_TERM = 0
"""Stands for «без срока» in a draft, where None is no answer yet."""


class PostDraft(BaseModel):
    """A post as it is being written, from the version that was opened."""

    version: int = 0
    direction: Direction | None = None
    kind: PostKind | None = None
    title: str | None = None
    text: str | None = None
    fields: tuple[str, ...] | None = None
    place: str | None = None
    days: int | None = None
    photos: tuple[str, ...] = ()
    count: int = 1

    @property
    def plan(self) -> PostPlan:
        """The plan of a complete draft."""
        return PostPlan(
            given(self.direction),
            given(self.kind),
            given(self.title),
            given(self.text),
            given(self.fields),
            given(self.place),
            given(self.days) or None,
            self.photos,
            self.count if self.kind in SEVERAL else 1,
        )


PostForm = FormContext[PostDraft]


def draft_of(post: Post) -> PostDraft:
    """Return the draft of an existing post."""
    plan = post.plan
    return PostDraft(
        version=post.version,
        direction=plan.direction,
        kind=plan.kind,
        title=plan.title,
        text=plan.text,
        fields=plan.fields,
        place=plan.place,
        days=plan.days or NO_TERM,
        photos=plan.photos,
        count=plan.count,
    )


def _is_new(form: Filling) -> bool:
    """Tell whether nobody can have responded: an offer does not become a need."""
    return form.subject is None


def _takes_several(form: Filling) -> bool:
    return form.draft.kind in SEVERAL


async def _directions(form: Filling) -> list[Option]:
    return [Option(one, form.label("direction-choice", direction=one)) for one in Direction]


async def _kinds(form: Filling) -> list[Option]:
    return [Option(one, form.t.plain("exchange-kind", kind=one)) for one in PostKind]


async def _terms(form: Filling) -> list[Option]:
    return [Option(f"{one}", form.label("days-choice", days=one)) for one in (*TERMS, NO_TERM)]


async def _fields(_form: Filling, exchange_posts: ExchangePosts) -> list[Option]:
    return [Option(f"{number}", one.name) for number, one in enumerate(exchange_posts.fields)]


@dataclass(eq=False)
class PostFields(ChoicePart):
    """The fields of work that a post is for; none means that it is for everybody."""

    def given(self, draft: Any) -> bool:
        """Tell whether the person has answered; an open choice is kept in the draft."""
        return draft.fields is not None

    async def below(self, form: Filling) -> list[Row]:
        """Return the button that accepts the choice, or that makes it for everybody."""
        if form.draft.fields:
            return await super().below(form)
        return [[form.button(form.label("for-everybody"), "all")]]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Make it for everybody, or toggle a field; the step stays open meanwhile."""
        if key == "all":
            await self.take(form, ())
            return
        await super().tap(form, key, value)


@dataclass(eq=False)
class PostPhotos(Field):
    """Some photos, sent one by one or as an album; a tap removes one."""

    many: bool = field(default=True, kw_only=True)

    def _photos(self, form: Filling) -> list[Option]:
        return [
            Option(f"{number}", form.label("photo-remove", number=number))
            for number, _ in enumerate(form.draft.photos, start=1)
        ]

    async def view(self, form: Filling) -> View:
        """Ask for photos, and say how many there are."""
        return View(form.words("photos", count=len(form.draft.photos)), await self.rows(form))

    async def rows(self, form: Filling) -> list[Row]:
        """Return a button for each photo, which removes it."""
        return option_rows(form, self._photos(form), width=2)

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Remove a photo."""
        if key == "pick":
            require_offered(value, self._photos(form))
            photos = list(form.draft.photos)
            del photos[int(value) - 1]
            form.draft.photos = tuple(photos)

    async def typed(self, form: Filling, message: Message) -> bool:
        """Add a photo: the last of its sizes is the largest."""
        if not message.photo:
            return False
        form.draft.photos = checked_photos([*form.draft.photos, message.photo[-1].file_id])
        return True


async def _preview(form: PostForm) -> View:
    plan = form.draft.plan
    lines = [*plan_lines(plan, form.member.organisation_name or "", form.t)]
    lines.append(form.words("until", days=plan.days or NO_TERM, photos=len(plan.photos)))
    key = "publish" if form.subject is None else "save"
    act = form.button(form.label(key), "submit", style="success")
    words = form.words("preview", post=Markup("\n".join(lines)), fresh=form.subject is None)
    return View(words, preview_rows(form, [[act]]))


async def _submit(form: PostForm, exchange_posts: ExchangePosts) -> Ending:
    actor, plan = form.member.id, form.draft.plan
    if form.subject is not None:
        post = PostId(form.subject)
        await exchange_posts.change(actor, post, plan, form.draft.version)
        return _at_post(form, form.subject, form.words("saved"))
    added = await exchange_posts.publish(actor, plan, form.key)
    return _at_post(form, added, form.words("published", direction=plan.direction))


def _at_post(form: Filling, post: int, words: str) -> Ending:
    return Ending(
        words, form.t.plain("button-exchange-open"), ExchangePostButton(post_id=PostId(post))
    )


async def _discard(form: PostForm) -> Ending:
    if form.subject is not None:
        return _at_post(form, form.subject, form.t("wizard-unchanged"))
    label = form.t.plain("button-exchange")
    return Ending(form.t("wizard-discarded"), label, ExchangeButton())


def _said_fields(draft: PostDraft, t: Texts) -> str:
    return ", ".join(draft.fields or ()) or t.plain("exchange-form-for-everybody")


POST = Form(
    name="exchange-post",
    draft=PostDraft,
    title="title",
    texts="exchange-form",
    lists="exchange-form",
    unchanged="exchange-form-leaving-changes",
    desk=False,
    fields=(
        Choice("direction", _directions, Direction, when=_is_new),
        Choice("kind", _kinds, PostKind),
        Text("title", checked_title),
        Text("text", checked_text, skip=True),
        PostFields(
            "fields", _fields, named=True, most=FIELDS_LIMIT, excess="FieldsUnknown", keep=False
        ),
        Text("place", checked_place, skip=True),
        Choice("days", _terms, int, width=2),
    ),
    parts=(
        PostPhotos("photos", parent=PREVIEW),
        Number(
            "count",
            checked_count,
            presets=(1, 2, 3, 5, 10),
            parent=PREVIEW,
            keep=False,
            when=_takes_several,
        ),
    ),
    preview=_preview,
    submit=_submit,
    discard=_discard,
    values={
        "direction": lambda draft, t: t.plain(
            "exchange-form-direction-choice", direction=given(draft.direction)
        ),
        "kind": lambda draft, t: t.plain("exchange-kind", kind=given(draft.kind)),
        "fields": _said_fields,
        "days": lambda draft, t: t.plain("exchange-form-days-choice", days=given(draft.days)),
    },
)
