"""The participants of minutes: who was entitled, who took part, and by which right."""

from collections.abc import Iterator

from bot.documents.blocks import Block, Column, Heading, Paragraph, Table
from bot.domain.minutes.minutes import Body, Minutes
from bot.domain.minutes.participants import Authority, Casting, Hand, Participant, RevokedProxy
from handlers.minutes.appendices import Appendices
from handlers.minutes.items import moment
from handlers.ui.texts import Texts

NOTHING = "—"


def participants(minutes: Minutes, appendices: Appendices, t: Texts) -> list[Block]:
    """Return the table of all who were entitled; a long one goes to the appendices."""
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
    return entity.name, lines_of(entity.inn, entity.ogrn or "")


def _member(one: Participant, t: Texts) -> str:
    """Return who votes in the council, and who stood in for them."""
    own = next((hand for hand in one.hands if hand.authority is not Authority.PROXY), None)
    lines = [one.member, own.position if own else ""]
    for casting in one.castings:
        if len(one.castings) > 1 or casting.hands != (own,):
            said = [_held(hand, t) for hand in casting.hands]
            lines.append(_on_items(one, casting, _either(said, t), t))
    return lines_of(*lines, *_former(one, t))


def _held(hand: Hand, t: Texts) -> str:
    """Return by whose hand a member of the council voted: their own, or that of a proxy."""
    if hand.authority is not Authority.PROXY:
        return t.plain("minutes-in-person")
    return t.plain("minutes-holder", name=_spoken(hand, t))


def _speakers(one: Participant, t: Texts) -> str:
    """Return who represented an organisation, by which right; in which items if they changed."""
    said = (_casting(one, casting, t) for casting in one.castings)
    return lines_of(*said, *_former(one, t)) or NOTHING


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
    name = lines_of(hand.name, hand.position, by=", ")
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
        return lines_of(words, t.plain("minutes-charter"), by=", ")
    return lines_of(words, hand.document, by=": ")


def _standing(minutes: Minutes, one: Participant, t: Texts) -> str:
    standing = minutes.standing(one.voter)
    words = t.plain("minutes-standing", standing=standing)
    excepted = minutes.recused_from(one.voter)
    if not excepted or len(excepted) == len(minutes.items):
        return words
    items = ", ".join(map(str, excepted))
    return t.plain("minutes-standing-except", standing=words, items=items, count=len(excepted))


def lines_of(*parts: str, by: str = "\n") -> str:
    """Return the parts that are not empty, one below the other."""
    return by.join(part for part in parts if part)
