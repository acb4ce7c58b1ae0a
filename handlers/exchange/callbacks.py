"""Buttons of the exchange."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import BaseModel, Field

from bot.domain.exchange.posts import Direction, PostId, PostKind
from bot.domain.exchange.responses import ResponseId
from handlers.ui.ids import Id, PageNumber


class OfResponse(BaseModel):
    """The first field of the buttons about an answer to a post."""

    response_id: Id[ResponseId]


class InExchange(BaseModel):
    """The list that is browsed: a direction (none: one's own posts), a kind, a page from 0."""

    direction: Direction | None = None
    kind: PostKind | None = None
    page: PageNumber = 0


class ExchangeButton(CallbackData, prefix="ex"):
    """The first screen of the exchange."""


class PostsButton(CallbackData, InExchange, prefix="exl"):
    """A page of posts."""


class PostKindsButton(CallbackData, prefix="exk"):
    """The kinds of posts, to choose one."""

    direction: Direction


class ExchangePostButton(CallbackData, InExchange, prefix="exc"):
    """A post, opened from that page."""

    post_id: Id[PostId]


class OfPost(BaseModel):
    """The field of the buttons below a post."""

    post_id: Id[PostId]


class NewPostButton(CallbackData, prefix="exn"):
    """Open the form for a new post."""


class EditPostButton(CallbackData, OfPost, prefix="exe"):
    """Open the form for an existing post."""


class PostPhotosButton(CallbackData, OfPost, prefix="exph"):
    """The photos of a post, below it."""


class SharePostButton(CallbackData, OfPost, prefix="exlink"):
    """The link to one's own post."""


class RenewPostButton(CallbackData, OfPost, prefix="exr"):
    """Begin the term of a post once more."""


class TakeDownButton(CallbackData, OfPost, prefix="exd"):
    """Take a post down; `sure` once the person was asked."""

    sure: bool = False


class RespondButton(CallbackData, OfPost, prefix="exa"):
    """Respond to a post."""


class WithdrawResponseButton(CallbackData, OfPost, prefix="exw"):
    """Withdraw one's own response."""


class ResponsesButton(CallbackData, OfPost, prefix="exrs"):
    """A page, from 0, of the responses to one's own post."""

    page: PageNumber = 0


class ResponseButton(CallbackData, OfResponse, prefix="exre"):
    """A response."""


class ChooseResponseButton(CallbackData, OfResponse, prefix="exch"):
    """Choose a response; `sure` once the person was asked."""

    sure: bool = False


class WriteAboutButton(CallbackData, OfResponse, prefix="exm"):
    """Write to the other side of a response."""


class HandedOverButton(CallbackData, OfResponse, prefix="exgot"):
    """The chosen one has got it; `sure` once the person was asked."""

    sure: bool = False


class NobodyCameButton(CallbackData, OfResponse, prefix="exnot"):
    """It did not work out with the chosen one; `sure` once the person was asked."""

    sure: bool = False


class HidePostButton(CallbackData, OfPost, prefix="exhi"):
    """Ask an organiser why the post is to be hidden."""


class ShowPostButton(CallbackData, OfPost, prefix="exsh"):
    """Show a hidden post again."""


class ReaderButton(CallbackData, prefix="exs"):
    """What the person is sent."""

    page: PageNumber = 0


class WantDigestButton(CallbackData, prefix="exsd"):
    """Turn the digest on or off."""

    wanted: bool


class WantMatchesButton(CallbackData, prefix="exsm"):
    """Turn matching posts on or off."""

    wanted: bool


class WantFieldButton(CallbackData, prefix="exsf"):
    """Add a field to those of the digest, or remove it; `tag` is that of `tag_of`."""

    tag: Annotated[int, Field(ge=0, lt=2**32)]
    wanted: bool
    page: PageNumber = 0


class OutcomesButton(CallbackData, prefix="exo"):
    """The outcomes of this year, or of so many years back."""

    back: Annotated[int, Field(ge=0, lt=100)] = 0


class OutcomesFileButton(CallbackData, prefix="exof"):
    """The same as a spreadsheet."""

    back: Annotated[int, Field(ge=0, lt=100)] = 0
