"""The appendices of a general meeting: who was registered, its course, and the heads of the log."""

from collections.abc import Iterator

from bot.documents.blocks import Block, Column, Paragraph, Table
from bot.domain.meetings.facts import Mandate
from bot.domain.meetings.plans import ItemId
from bot.domain.meetings.summaries import MeetingSummaryData, Registered
from handlers.minutes.appendices import Appendices
from handlers.minutes.items import moment
from handlers.ui.texts import Texts

NOTHING = "—"


def append_meeting(meeting: MeetingSummaryData, appendices: Appendices, t: Texts) -> None:
    """Add the appendices of a meeting: the registered with their mandates, and the course."""
    appendices.add(t.plain("minutes-meeting-registered"), _registered(meeting, t))
    appendices.add(t.plain("minutes-meeting-course"), *_course(meeting, t))


def _registered(meeting: MeetingSummaryData, t: Texts) -> Table:
    columns = (
        Column(t.plain("minutes-column-number"), 9, numeric=True),
        Column(t.plain("minutes-column-organisation"), 50),
        Column(t.plain("minutes-meeting-column-mandates"), 62),
        Column(t.plain("minutes-meeting-column-since"), 30),
    )
    listed = sorted(meeting.registered, key=lambda one: (one.name.casefold(), one.voter))
    rows = tuple(
        (str(number), one.name, _mandates(one, t), _since(one, t))
        for number, one in enumerate(listed, start=1)
    )
    return Table(columns, rows)


def _mandates(one: Registered, t: Texts) -> str:
    said = [_mandate(mandate, t) for mandate in one.mandates]
    said += [t.plain("minutes-meeting-posted")] if one.posted else []
    return "; ".join(dict.fromkeys(said)) or NOTHING


def _mandate(mandate: Mandate, t: Texts) -> str:
    """Return e.g. «Анна Ким, по доверенности № 7»."""
    number = mandate.proxy.number if mandate.proxy else ""
    return t.plain(
        "minutes-meeting-mandate",
        name=mandate.name,
        ground=mandate.ground,
        document=mandate.document,
        number=number,
        remote="yes" if mandate.remote else "no",
    )


def _since(one: Registered, t: Texts) -> str:
    return moment(one.arrived_at, t) if one.arrived_at else NOTHING


def _course(meeting: MeetingSummaryData, t: Texts) -> Iterator[Block]:
    """Yield the opening, procedural votes, speakers, objections, and the heads of the log."""
    yield from _opening(meeting, t)
    yield from _motions(meeting, t)
    yield from _floor(meeting, t)
    heads = ", ".join(head.short for head in meeting.heads)
    yield Paragraph(t.plain("minutes-meeting-heads", heads=heads or NOTHING), small=True)


def _opening(meeting: MeetingSummaryData, t: Texts) -> Iterator[Block]:
    if meeting.opening:
        opening = meeting.opening
        yield Paragraph(
            t.plain(
                "minutes-meeting-opened",
                at=moment(opening.at, t),
                present=opening.present,
                entitled=opening.entitled,
                needed=opening.needed,
                unnotified=len(opening.unnotified),
            )
        )
    for telling in meeting.noted:
        yield Paragraph(
            t.plain(
                "minutes-meeting-told",
                name=telling.name,
                way=telling.way,
                at=t.date(telling.told_at),
                noted=bool(telling.note),
                note=telling.note,
            )
        )


def _motions(meeting: MeetingSummaryData, t: Texts) -> Iterator[Block]:
    titles = {one.point.id: one.point.title for one in meeting.items}
    for vote in meeting.procedural:
        hands, text = vote.hands, vote.text or titles.get(vote.item or ItemId(0), "")
        yield Paragraph(
            t.plain(
                "minutes-meeting-motion",
                motion=vote.motion,
                text=text,
                told=bool(text),
                votes=hands.in_favour,
                against=hands.against,
                abstained=hands.abstained,
                adopted=vote.adopted,
            )
        )


def _floor(meeting: MeetingSummaryData, t: Texts) -> Iterator[Block]:
    for one in meeting.spoken:
        minutes = max(1, round(one.lasted.total_seconds() / 60))
        yield Paragraph(
            t.plain("minutes-meeting-spoke", name=one.name, times=one.times, minutes=minutes)
        )
    names = {one.voter: one.name for one in meeting.registered}
    for objection in meeting.objections:
        yield Paragraph(
            t.plain(
                "minutes-meeting-objection",
                at=moment(objection.at, t),
                name=names.get(objection.voter, NOTHING),
                words=objection.words,
                upheld=objection.upheld,
            )
        )
