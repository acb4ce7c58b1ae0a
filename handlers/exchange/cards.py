"""How a post looks in a message, and which buttons a person gets below it."""

from collections.abc import Iterator

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.exchange.posts import Post, PostPlan, PostState
from bot.domain.exchange.responses import Response
from bot.services.exchange.views import PostView
from handlers.exchange.callbacks import (
    EditPostButton,
    ExchangeButton,
    ExchangePostButton,
    HandedOverButton,
    HidePostButton,
    InExchange,
    NobodyCameButton,
    PostPhotosButton,
    PostsButton,
    RenewPostButton,
    RespondButton,
    ResponseButton,
    ResponsesButton,
    SharePostButton,
    ShowPostButton,
    TakeDownButton,
    WithdrawResponseButton,
    WriteAboutButton,
)
from handlers.ui.buttons import Row, button, keyboard, short
from handlers.ui.texts import Markup, Texts

NAMED = 5
"""Chosen people that are named on a post."""


def plan_lines(plan: PostPlan, organisation: str, t: Texts) -> Iterator[str]:
    """Yield what an author says, as HTML: at most some 1500 characters."""
    yield t("exchange-post", direction=plan.direction, title=plan.title)
    if plan.text:
        yield ""
        yield t("exchange-post-text", text=plan.text)
    yield ""
    yield t("exchange-post-kind", kind=plan.kind)
    if plan.fields:
        yield t("exchange-post-fields", fields=" · ".join(plan.fields))
    if plan.place:
        yield t("exchange-post-place", place=plan.place)
    if plan.count > 1:
        yield t("exchange-post-count", count=plan.count)
    yield t("exchange-post-from", organisation=organisation)


def post_words(post: Post, standing: str, t: Texts) -> Markup:
    """Return a post as HTML; with an empty `standing` nothing is said of that."""
    lines = [*plan_lines(post.plan, post.organisation_name, t)]
    if standing == "open":
        until = post.expires_at or post.published_at
        lines.append(t("exchange-post-until", until=until, ends=post.expires_at is not None))
    elif standing:
        reason = post.hidden_reason
        lines += ["", t("exchange-post-standing", standing=standing, reason=reason)]
    return Markup("\n".join(lines))


def view_words(view: PostView, t: Texts) -> Markup:
    """Return a post with how it stands for this person."""
    involved = bool(view.chosen) or (view.own is not None and view.own.state == "chosen")
    known = involved and view.standing == PostState.PROMISED  # it is said below with whom
    lines = [post_words(view.post, "" if known else view.standing, t)]
    if known:
        lines.append(Markup(""))
    if view.manages and view.chosen:
        lines += [_chosen_line(one, t) for one in view.chosen[:NAMED]]
        if left := len(view.chosen[NAMED:]):
            lines.append(t("exchange-post-chosen-more", count=left))
    elif view.own is not None:
        promised = view.post.state is PostState.PROMISED
        lines.append(t("exchange-post-own", state=view.own.state, promised=promised))
    return Markup("\n".join(lines))


def _chosen_line(one: Response, t: Texts) -> Markup:
    return t("exchange-post-chosen", state=one.state, name=one.name, origin=one.organisation_name)


def post_line(post: Post, standing: str, came: InExchange, t: Texts) -> InlineKeyboardButton:
    """Return the button of a post in a list."""
    words = t.plain("button-exchange-post", standing=standing, title=post.plan.title)
    return button(short(words), ExchangePostButton(**came.model_dump(), post_id=post.id))


def to_post(post: Post, t: Texts) -> Row:
    """Return the way to a post from elsewhere."""
    return [t.button("button-exchange-open", ExchangePostButton(post_id=post.id))]


def below_post(view: PostView, came: InExchange, t: Texts) -> InlineKeyboardMarkup:
    """Return the buttons of a post, with the way back to the list it was opened from."""
    post = view.post.id
    rows = _of_author(view, t) if view.manages else _of_reader(view, t)
    if count := len(view.post.plan.photos):
        rows.append(
            [t.button("button-exchange-photos", PostPhotosButton(post_id=post), count=count)]
        )
    if view.moderates and not view.post.is_ended:
        act = ShowPostButton(post_id=post) if view.post.is_hidden else HidePostButton(post_id=post)
        key = "button-exchange-show" if view.post.is_hidden else "button-exchange-hide"
        rows.append([t.button(key, act)])
    return keyboard([*rows, [t.button("button-exchange-list", _list_of(came))]])


def _list_of(came: InExchange) -> PostsButton:
    return PostsButton(**came.model_dump())


def _of_author(view: PostView, t: Texts) -> list[Row]:
    post, standing = view.post.id, view.standing
    rows: list[Row] = []
    if view.count:
        data = ResponsesButton(post_id=post)
        rows.append([t.button("button-exchange-responses", data, "primary", count=view.count)])
    if view.post.state is PostState.PROMISED and view.post.plan.count == 1:
        chosen = view.chosen[0].id
        rows += settling_rows(view.chosen[0], t)
        if standing != "hidden":
            write = WriteAboutButton(response_id=chosen)
            rows.append([t.button("button-exchange-write", write)])
    shown: Row = []
    if standing in {"open", "expired"} and view.post.expires_at is not None:
        style = "primary" if standing == "expired" else None
        shown.append(t.button("button-exchange-renew", RenewPostButton(post_id=post), style))
    if standing == "open":
        shown.append(t.button("button-exchange-share", SharePostButton(post_id=post)))
    ways: Row = []
    if standing in {"open", "expired", "promised"}:
        ways.append(t.button("button-exchange-edit", EditPostButton(post_id=post)))
    if not view.post.is_ended:
        ways.append(t.button("button-exchange-take-down", TakeDownButton(post_id=post)))
    return [*rows, shown, ways]


def settling_rows(response: Response, t: Texts) -> list[Row]:
    """Return the buttons that say what came of a choice."""
    got = HandedOverButton(response_id=response.id)
    missed = NobodyCameButton(response_id=response.id)
    return [
        [t.button("button-exchange-handed-over", got, "success")],
        [t.button("button-exchange-nobody-came", missed)],
    ]


def _of_reader(view: PostView, t: Texts) -> list[Row]:
    post = view.post.id
    rows: list[Row] = []
    if view.responds:
        rows.append([t.button("button-exchange-respond", RespondButton(post_id=post), "primary")])
    if view.own is not None and view.withdraws:
        rows.append(
            [
                t.button("button-exchange-own", ResponseButton(response_id=view.own.id)),
                t.button("button-exchange-withdraw", WithdrawResponseButton(post_id=post)),
            ]
        )
    return rows


def to_exchange(t: Texts) -> InlineKeyboardButton:
    """Return the way to the first screen."""
    return t.button("button-back", ExchangeButton())
