"""The document of minutes that is signed, archived and handed out."""

from collections.abc import Iterator
from datetime import datetime

from bot.documents.blocks import (
    Block,
    Document,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Sides,
    Signatures,
    Title,
)
from bot.domain.minutes.minutes import Minutes, MinutesNumber, Signatory
from bot.domain.polls.plans import Mode
from handlers.minutes.appendices import Appendices
from handlers.minutes.items import agenda_item, moment, quorum
from handlers.minutes.meetings import append_meeting
from handlers.minutes.participants import lines_of, participants
from handlers.ui.texts import Texts
from handlers.ui.voting_rules import named


def minutes_document(minutes: Minutes, t: Texts) -> Document:
    """Return the document; `t` has the texts of its language, which is Russian in Russia."""
    number, date = str(minutes.number), t.date(_dated(minutes))
    appendices = Appendices(t)
    blocks = [*_head(minutes, t), *participants(minutes, appendices, t), *_agenda(minutes, t)]
    for item in range(1, len(minutes.items) + 1):
        blocks += agenda_item(minutes, item, appendices, t)
    blocks += _course(minutes, t)
    if minutes.meeting is not None:
        append_meeting(minutes.meeting, appendices, t)
    appendices.add_charts()
    blocks += appendices.listed()
    blocks.append(Signatures(tuple(_signatures(minutes, t))))
    return Document(
        title=t.plain("minutes-title", number=number),
        author=minutes.alliance,
        language=t.language,
        dated=minutes.drawn_up_at,
        footer=t.plain("minutes-footer", number=number, date=date),
        blocks=(*blocks, *appendices.blocks),
    )


def _course(minutes: Minutes, t: Texts) -> list[Block]:
    """Return the course of the vote, if a participant asked to record it."""
    if not minutes.course:
        return []
    heading = Heading(t.plain("minutes-course-heading"))
    asked = Paragraph(t.plain("minutes-course-asked"), keeps=True)
    *said, last = (line for line in minutes.course.splitlines() if line)
    # Signatures are never alone on a page.
    return [heading, asked, *map(Paragraph, said), Paragraph(last, keeps=True)]


def minutes_name(number: MinutesNumber, suffix: str, t: Texts) -> str:
    """Return a file name, e.g. «Протокол 12-2026.pdf»."""
    return f"{t.plain('minutes-file', number=f'{number.number}-{number.year}')}.{suffix}"


def _dated(minutes: Minutes) -> datetime:
    """Return when it was decided: by correspondence the announced end."""
    by_post = minutes.mode is Mode.CORRESPONDENCE
    return minutes.ends_at if by_post else minutes.starts_at


def _head(minutes: Minutes, t: Texts) -> list[Block]:
    return [
        Title(
            minutes.alliance,
            t.plain("minutes-heading", number=str(minutes.number)),
            t.plain("minutes-subject", body=minutes.body, mode=minutes.mode),
        ),
        Sides(t.plain("minutes-date", date=t.date(_dated(minutes))), minutes.place),
        Facts(tuple((t.plain(key), value) for key, value in _facts(minutes, t))),
    ]


def _facts(minutes: Minutes, t: Texts) -> Iterator[tuple[str, str]]:
    """Yield the facts about the whole (ГК 181.2 п.4): the key of a label, and the text."""
    yield "minutes-law", t.plain("minutes-law-is")
    yield "minutes-form", t.plain("minutes-form-is", mode=minutes.mode)
    yield from _convening(minutes, t)
    yield from _time_and_place(minutes, t)
    if minutes.mode is not Mode.CORRESPONDENCE:
        yield "minutes-chair", _signatory(minutes.chair, t)
        yield "minutes-secretary", _signatory(minutes.secretary, t)
    names = "; ".join(_signatory(one, t) for one in minutes.counted_by)
    yield (
        "minutes-counting",
        t.plain("minutes-counted-by", bot=minutes.bot, names=names, count=len(minutes.counted_by)),
    )
    yield "minutes-drawn-up", t.plain("minutes-date", date=t.date(minutes.drawn_up_at))
    yield "minutes-entitled", str(len(minutes.participants))
    yield "minutes-taking-part", str(minutes.taking_part)
    lines = {quorum(item, t) for item in minutes.items}
    yield "minutes-quorum", lines.pop() if len(lines) == 1 else t.plain("minutes-quorum-each")


def _convening(minutes: Minutes, t: Texts) -> Iterator[tuple[str, str]]:
    """Yield who convened it, when people were notified, and with what materials."""
    convening = minutes.convening
    yield "minutes-convened", convening.by
    yield "minutes-notified", t.plain("minutes-date", date=t.date(convening.notified_on))
    yield "minutes-materials", convening.materials


def _time_and_place(minutes: Minutes, t: Texts) -> Iterator[tuple[str, str]]:
    starts, ends = minutes.starts_at, minutes.ends_at
    if t.date(starts) == t.date(ends):
        times = {"date": t.date(starts), "start": t.time(starts), "end": t.time(ends)}
        period = t.plain("minutes-when-one-day", **times, zone=t.zone_name())
    else:
        times = {"start": moment(starts, t), "end": moment(ends, t)}
        period = t.plain("minutes-when-days", **times, zone=t.zone_name())
    if minutes.mode is Mode.CORRESPONDENCE:
        yield "minutes-until", period
        if minutes.closed_at < ends:
            yield "minutes-closed", moment(minutes.closed_at, t)
        yield "minutes-sent", t.plain("minutes-sent-by", bot=minutes.bot)
        return
    yield "minutes-when", period
    if minutes.mode is Mode.REMOTE:
        yield "minutes-remotely", t.plain("minutes-remotely-by", bot=minutes.bot)


def _signatory(one: Signatory, t: Texts) -> str:
    if not one.written_position:
        return one.name
    return t.plain("minutes-signatory", name=one.name, position=one.written_position)


def _agenda(minutes: Minutes, t: Texts) -> list[Block]:
    questions = tuple(named(item.poll, t) for item in minutes.items)
    return [Heading(t.plain("minutes-agenda")), Listing(questions, numbered=True)]


def _signatures(minutes: Minutes, t: Texts) -> Iterator[tuple[str, str]]:
    """Yield who signs; for a vote by correspondence also who counted (ГК 181.2 п.3)."""
    yield t.plain("minutes-sign-chair", mode=minutes.mode), _signature(minutes.chair)
    yield t.plain("minutes-secretary"), _signature(minutes.secretary)
    if minutes.mode is Mode.CORRESPONDENCE:
        for one in minutes.counted_by:
            if one not in {minutes.chair, minutes.secretary}:
                yield t.plain("minutes-sign-counted"), _signature(one)


def _signature(one: Signatory) -> str:
    """Return a name above the position in which the person signs."""
    return lines_of(one.name, one.written_position)
