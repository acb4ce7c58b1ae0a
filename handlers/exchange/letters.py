"""Render the letters of the exchange."""

from bot.domain.exchange import notices
from bot.domain.exchange.posts import Post, PostState
from handlers.exchange.callbacks import (
    ExchangeButton,
    ExchangePostButton,
    InExchange,
    ReaderButton,
    RenewPostButton,
    ResponseButton,
    TakeDownButton,
    WantDigestButton,
    WantMatchesButton,
    WriteAboutButton,
)
from handlers.exchange.cards import post_line, post_words, to_post
from handlers.ui.buttons import Row, keyboard
from handlers.ui.lengths import clipped
from handlers.ui.letters import Rendered, Renderers, Sight
from handlers.ui.texts import Texts

LINES = 6
"""Posts of a digest that have a button; the others are in the lists."""
NAME_LENGTH = 60
"""UTF-16 units of an organisation's name in a digest."""


def answered(letter: notices.AnsweredLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return a response, for the author's side."""
    response = letter.response
    words = t(
        "exchange-news-answered",
        title=letter.post.plan.title,
        name=response.name,
        origin=response.organisation_name,
        text=response.text,
    )
    look = t.button("button-exchange-look", ResponseButton(response_id=response.id), "primary")
    write = t.button("button-exchange-write", WriteAboutButton(response_id=response.id))
    return Rendered(words, keyboard([[look], [write]]))


def choice_lost(letter: notices.ChoiceLostLetter, t: Texts, _sight: Sight) -> Rendered:
    """Say that the chosen one withdrew."""
    title, waiting = letter.post.plan.title, letter.waiting
    words = t("exchange-news-choice-lost", title=title, waiting=waiting)
    return Rendered(words, keyboard([to_post(letter.post, t)]))


def settled(letter: notices.SettledLetter, t: Texts, _sight: Sight) -> Rendered:
    """Say what became of a response."""
    post = letter.post
    words = t(
        "exchange-news-settled",
        state=letter.state,
        title=post.plan.title,
        organisation=post.organisation_name,
        direction=post.plan.direction,
    )
    rows: list[Row] = [to_post(post, t)]
    if letter.response.is_active and post.state is PostState.PROMISED and letter.state == "chosen":
        write = WriteAboutButton(response_id=letter.response.id)
        rows.insert(0, [t.button("button-exchange-write", write, "primary")])
    return Rendered(words, keyboard(rows))


def taken_down(letter: notices.TakenDownLetter, t: Texts, _sight: Sight) -> Rendered:
    """Say that a post is over."""
    words = t(
        "exchange-news-taken-down",
        titled=bool(letter.title),
        title=letter.title,
        organisation=letter.organisation,
    )
    return Rendered(words, keyboard([[t.button("button-exchange", ExchangeButton())]]))


def message(letter: notices.ExchangeMessageLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return a message of the other side."""
    words = t(
        "exchange-news-message",
        title=letter.post.plan.title,
        sender=letter.sender,
        origin=letter.origin,
        text=letter.text,
    )
    write = WriteAboutButton(response_id=letter.response.id)
    reply = [t.button("button-exchange-answer", write, "primary")]
    return Rendered(words, keyboard([reply, to_post(letter.post, t)]))


def expires(letter: notices.ExpiryLetter, t: Texts, _sight: Sight) -> Rendered:
    """Say that a term ends, with the button that begins it once more unless the post is hidden."""
    post = letter.post
    words = t(
        "exchange-news-expires-hidden" if post.is_hidden else "exchange-news-expires",
        title=post.plan.title,
        until=post.expires_at or post.published_at,
        over=letter.over,
        reason=post.hidden_reason,
    )
    end = t.button("button-exchange-take-down", TakeDownButton(post_id=post.id))
    return Rendered(words, keyboard([*_renewing(post, t), [end], to_post(post, t)]))


def _renewing(post: Post, t: Texts) -> list[Row]:
    """Return the button that begins the term of a post once more; nobody renews a hidden one."""
    renew = t.button("button-exchange-renew", RenewPostButton(post_id=post.id), "primary")
    return [] if post.is_hidden else [[renew]]


def moderated(letter: notices.ModeratedLetter, t: Texts, _sight: Sight) -> Rendered:
    """Say that organisers have hidden a post and why, or that they no longer do."""
    post = letter.post
    words = t(
        "exchange-news-moderated",
        title=post.plan.title,
        hidden=post.is_hidden,
        reason=post.hidden_reason,
        over=letter.over,
    )
    rows = _renewing(post, t) if letter.over else []
    return Rendered(words, keyboard([*rows, to_post(post, t)]))


def matched(letter: notices.MatchLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return a post in one's field of work."""
    words = t("exchange-news-matched", post=post_words(letter.post, "open", t))
    off = t.button("button-exchange-matches-off", WantMatchesButton(wanted=False))
    opens = t.button("button-exchange-open", ExchangePostButton(post_id=letter.post.id), "primary")
    return Rendered(words, keyboard([[opens], [off]]))


def digest(letter: notices.DigestLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the posts of a week by field."""
    posts = [post for _, part in letter.parts for post in part]
    lines: list[str] = [t("exchange-news-digest", count=len(posts) + letter.more)]
    for field, part in letter.parts:
        lines += ["", t("exchange-news-field", field=field, named=bool(field))]
        lines += [
            t(
                "exchange-news-line",
                direction=post.plan.direction,
                title=post.plan.title,
                organisation=clipped(post.organisation_name, NAME_LENGTH),
            )
            for post in part
        ]
    if letter.more:
        lines += ["", t("exchange-news-more", count=letter.more)]
    rows: list[Row] = [
        [post_line(post, post.plan.direction, InExchange(direction=post.plan.direction), t)]
        for post in posts[:LINES]
    ]
    rows.append([t.button("button-exchange-reader", ReaderButton())])
    rows.append([t.button("button-exchange-digest-off", WantDigestButton(wanted=False))])
    return Rendered("\n".join(lines), keyboard(rows))


LETTERS: Renderers = {
    notices.AnsweredLetter: answered,
    notices.ChoiceLostLetter: choice_lost,
    notices.SettledLetter: settled,
    notices.TakenDownLetter: taken_down,
    notices.ExchangeMessageLetter: message,
    notices.ExpiryLetter: expires,
    notices.ModeratedLetter: moderated,
    notices.MatchLetter: matched,
    notices.DigestLetter: digest,
}
