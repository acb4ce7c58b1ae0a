"""Minutes put into words: the document that is signed, archived and handed out."""

from collections.abc import Iterator
from datetime import datetime

from bot.documents.blocks import (
    Block,
    Column,
    Document,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Sides,
    Signatures,
    Table,
    Title,
)
from bot.domain.minutes.minutes import (
    Authority,
    Body,
    Casting,
    Hand,
    Minutes,
    MinutesNumber,
    Participant,
    RevokedProxy,
    Signatory,
)
from bot.domain.polls.plans import Mode
from handlers.minutes.appendices import Appendices
from handlers.minutes.items import agenda_item, moment, quorum
from handlers.ui.texts import Texts
from handlers.ui.voting_rules import named

NOTHING = "—"


def minutes_document(minutes: Minutes, t: Texts) -> Document:
    """Return the document; `t` are the texts of its language, which is Russian in Russia."""
    number, date = str(minutes.number), t.date(_dated(minutes))
    appendices = Appendices(t)
    blocks = [*_head(minutes, t), *_participants(minutes, appendices, t), *_agenda(minutes, t)]
    for item in range(1, len(minutes.items) + 1):
        blocks += agenda_item(minutes, item, appendices, t)
    blocks += _course(minutes, t)
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
    """Return how the vote went, where a participant asked for that to be recorded."""
    if not minutes.course:
        return []
    heading = Heading(t.plain("minutes-course-heading"))
    asked = Paragraph(t.plain("minutes-course-asked"), keeps=True)
    *said, last = (line for line in minutes.course.splitlines() if line)
    # Signatures never stand alone on a page.
    return [heading, asked, *map(Paragraph, said), Paragraph(last, keeps=True)]


def minutes_name(number: MinutesNumber, suffix: str, t: Texts) -> str:
    """Return a name for the file, e.g. «Протокол 12-2026.pdf»."""
    return f"{t.plain('minutes-file', number=f'{number.number}-{number.year}')}.{suffix}"


def _dated(minutes: Minutes) -> datetime:
    """Return when it was decided: by correspondence when the last vote could come."""
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
    """Yield what is said of the whole (ГК 181.2 п.4): the key of a label, and the words."""
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
    """Yield who convened, when people were notified, and with what materials."""
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
    if not one.position:
        return one.name
    return t.plain("minutes-signatory", name=one.name, position=one.position)


def _agenda(minutes: Minutes, t: Texts) -> list[Block]:
    questions = tuple(named(item.poll, t) for item in minutes.items)
    return [Heading(t.plain("minutes-agenda")), Listing(questions, numbered=True)]


def _participants(minutes: Minutes, appendices: Appendices, t: Texts) -> list[Block]:
    council = minutes.body is Body.COUNCIL
    person = Column(t.plain("minutes-column-member" if council else "minutes-column-hands"), 60)
    entity = _entity_columns(t)
    columns = (
        Column(t.plain("minutes-column-number"), 9, numeric=True),
        *((person, *entity) if council else (*entity, person)),
        Column(t.plain("minutes-column-standing"), 26),
    )
    rows = tuple(
        (
            str(number),
            *((_member(one, t), *_entity(one)) if council else (*_entity(one), _speakers(one, t))),
            _standing(minutes, one, t),
        )
        for number, one in enumerate(minutes.listed, start=1)
    )
    heading, table = Heading(t.plain("minutes-participants")), Table(columns, rows)
    certain = all(one.is_certain for one in minutes.participants)
    notes: list[Block] = list(_council_documents(minutes, t)) if council else []
    if not certain:
        notes.append(Paragraph(t.plain("minutes-hands-unknown"), small=True))
    title = t.plain("minutes-appendix-participants")
    return appendices.placed(heading, table, title, "minutes-participants-appended", *notes)


def _council_documents(minutes: Minutes, t: Texts) -> Iterator[Block]:
    """Yield what the rights of the members of the council rest on, who is elected by which."""
    by: dict[str, list[str]] = {}
    for one in minutes.listed:
        for document in {hand.document for hand in one.hands if hand.document}:
            by.setdefault(document, []).append(one.name)
    for document, names in by.items():
        named = names if len(by) > 1 else []
        said = "; ".join(named)
        words = t.plain("minutes-council-by", document=document, names=said, count=len(named))
        yield Paragraph(words)


def _entity_columns(t: Texts) -> tuple[Column, Column]:
    return (
        Column(t.plain("minutes-column-organisation"), 44),
        Column(t.plain("minutes-column-registered"), 26),
    )


def _entity(one: Participant) -> tuple[str, str]:
    """Return an organisation's name, and its ИНН over its ОГРН."""
    entity = one.organisation
    if entity is None:
        return NOTHING, NOTHING
    return entity.name, _lines(entity.inn, entity.ogrn or "")


def _member(one: Participant, t: Texts) -> str:
    """Return who votes in the council, and who stood in for them."""
    own = next((hand for hand in one.hands if hand.authority is not Authority.PROXY), None)
    lines = [one.member, own.position if own else ""]
    for casting in one.castings:
        if len(one.castings) > 1 or casting.hands != (own,):
            said = [_held(hand, t) for hand in casting.hands]
            lines.append(_on_items(one, casting, _either(said, t), t))
    return _lines(*lines, *_former(one, t))


def _held(hand: Hand, t: Texts) -> str:
    """Return by whose hand a member of the council voted: their own, or that of a proxy."""
    if hand.authority is not Authority.PROXY:
        return t.plain("minutes-in-person")
    return t.plain("minutes-holder", name=_spoken(hand, t))


def _speakers(one: Participant, t: Texts) -> str:
    """Return who represented an organisation, by which right; in which items if they changed."""
    said = (_casting(one, casting, t) for casting in one.castings)
    return _lines(*said, *_former(one, t)) or NOTHING


def _casting(one: Participant, casting: Casting, t: Texts) -> str:
    return _on_items(one, casting, _either([_spoken(hand, t) for hand in casting.hands], t), t)


def _on_items(one: Participant, casting: Casting, words: str, t: Texts) -> str:
    """Return words with the items that they are about, if there are others."""
    if len(one.castings) == 1:
        return words
    items = ", ".join(map(str, casting.items))
    return t.plain("minutes-on-items", words=words, items=items, count=len(casting.items))


def _either(said: list[str], t: Texts) -> str:
    """Return e.g. «Иванов (руководитель) или Петров (делегат)»."""
    words, *others = said
    for other in others:
        words = t.plain("minutes-either", first=words, second=other)
    return words


def _former(one: Participant, t: Texts) -> list[str]:
    """Return who held a proxy of this voter until it was revoked."""
    return [_revoked(former, t) for former in one.revoked]


def _revoked(former: RevokedProxy, t: Texts) -> str:
    return t.plain(
        "minutes-revoked",
        number=former.proxy.number,
        date=t.date(former.proxy.issued_on),
        holder=former.holder,
        since=moment(former.since, t),
        until=moment(former.until, t),
    )


def _spoken(hand: Hand, t: Texts) -> str:
    """Return e.g. «Иванов Иван Иванович, директор (руководитель)»."""
    name = _lines(hand.name, hand.position, by=", ")
    return t.plain("minutes-hand", name=name, authority=_authority(hand, t))


def _authority(hand: Hand, t: Texts) -> str:
    """Return the right to vote, and the document that it rests on."""
    proxy = hand.proxy
    words = t.plain(
        "minutes-authority",
        authority=hand.authority,
        number=proxy.number if proxy else "",
        date=t.date(proxy.issued_on) if proxy else "",
        scope=proxy.scope if proxy else "",
        issued=bool(proxy and proxy.issuer),
        issuer=proxy.issuer if proxy else "",
    )
    if proxy is not None:
        return words
    if hand.authority is Authority.LEADER and not hand.document:
        return _lines(words, t.plain("minutes-charter"), by=", ")
    return _lines(words, hand.document, by=": ")


def _standing(minutes: Minutes, one: Participant, t: Texts) -> str:
    standing = minutes.standing(one.voter)
    words = t.plain("minutes-standing", standing=standing)
    excepted = minutes.recused_from(one.voter)
    if not excepted or len(excepted) == len(minutes.items):
        return words
    items = ", ".join(map(str, excepted))
    return t.plain("minutes-standing-except", standing=words, items=items, count=len(excepted))


def _signatures(minutes: Minutes, t: Texts) -> Iterator[tuple[str, str]]:
    """Yield who signs; of a vote by correspondence also who counted (ГК 181.2 п.3)."""
    yield t.plain("minutes-sign-chair", mode=minutes.mode), _signature(minutes.chair)
    yield t.plain("minutes-secretary"), _signature(minutes.secretary)
    if minutes.mode is Mode.CORRESPONDENCE:
        for one in minutes.counted_by:
            if one not in {minutes.chair, minutes.secretary}:
                yield t.plain("minutes-sign-counted"), _signature(one)


def _signature(one: Signatory) -> str:
    """Return a name over the position in which it signs."""
    return _lines(one.name, one.position)


def _lines(*parts: str, by: str = "\n") -> str:
    return by.join(part for part in parts if part)
