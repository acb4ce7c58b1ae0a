"""Addenda to minutes: the document, and the button that issues it."""

from collections.abc import Iterator

from aiogram import Bot
from aiogram.types import CallbackQuery

from bot.documents.blocks import (
    Block,
    Document,
    Heading,
    Listing,
    Paragraph,
    Sides,
    Signatures,
    Title,
)
from bot.documents.files import DocumentRenderer
from bot.domain.minutes.addenda import Addendum, LateItem
from bot.domain.minutes.files import IssuedFiles
from bot.domain.people.members import Member
from bot.services.minutes.addenda import MinutesAddenda
from bot.services.minutes.filing import MinutesFiling
from handlers.minutes.callbacks import AddendumButton
from handlers.minutes.files import send_filed
from handlers.minutes.votes import dissent_words
from handlers.ui.edits import acknowledge, tapped
from handlers.ui.routes import Routes
from handlers.ui.texts import AllTexts, Texts


async def append(
    query: CallbackQuery,
    callback_data: AddendumButton,
    bot: Bot,
    member: Member,
    addenda: MinutesAddenda,
    filing: MinutesFiling,
    renderer: DocumentRenderer,
    texts: AllTexts,
    t: Texts,
) -> None:
    """Issue the addendum that is due, and send it below; the service checks who may."""
    minutes = callback_data.minutes_id
    addendum = await addenda.draft(member.id, minutes)
    await acknowledge(query, t.plain("minutes-printing"))
    document = texts.for_language(None)
    printed = await renderer.document(addendum_document(addendum, document))
    files = IssuedFiles(printed.docx, printed.pdf)
    await addenda.issue(member.id, addendum, files, addendum_name(addendum, document))
    filed = await filing.filed(member.id, minutes)
    await send_filed(bot, tapped(query).chat, filed[-2:], t)


def addendum_name(addendum: Addendum, t: Texts) -> str:
    """Return a file name without a suffix."""
    number = addendum.issued.number
    minutes = f"{number.number}-{number.year}"
    return t.plain("minutes-addendum-file", number=str(addendum.number), minutes=minutes)


def addendum_document(addendum: Addendum, t: Texts) -> Document:
    """Return the document; `t` has the texts of its language."""
    number, date = str(addendum.issued.number), t.date(addendum.drawn_up_at)
    names = {"number": str(addendum.number), "minutes": number}
    blocks: list[Block] = [
        Title(
            addendum.alliance,
            t.plain("minutes-addendum-heading", **names),
            t.plain("minutes-addendum-subject", minutes=number, body=addendum.issued.body),
        ),
        Sides(t.plain("minutes-date", date=date), ""),
        Paragraph(t.plain("minutes-addendum-why")),
    ]
    for item in addendum.items:
        blocks += _item(item, t)
    blocks.append(Signatures(tuple(_signatures(addendum, t))))
    return Document(
        title=t.plain("minutes-addendum-title", **names),
        author=addendum.alliance,
        language=t.language,
        dated=addendum.drawn_up_at,
        footer=t.plain("minutes-addendum-footer", **names, date=date),
        blocks=tuple(blocks),
    )


def _item(late: LateItem, t: Texts) -> list[Block]:
    poll = late.item.poll
    said = tuple(dissent_words(late.item, one, late.words[one.voter], t) for one in late.voters)
    return [
        Heading(t.plain("minutes-item", number=late.number)),
        Paragraph(poll.question, strong=True),
        Paragraph(t.plain("minutes-addendum-asked", secrecy=poll.secrecy), keeps=True),
        Listing(said),
    ]


def _signatures(addendum: Addendum, t: Texts) -> Iterator[tuple[str, str]]:
    for role, name in (("chair", addendum.chair), ("secretary", addendum.secretary)):
        office = t.plain("minutes-office", role=role)
        yield office[:1].upper() + office[1:], name or ""


ROUTES = Routes(buttons={AddendumButton: append})
