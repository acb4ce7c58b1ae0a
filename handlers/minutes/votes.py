"""Who voted how on an item of the agenda, and what participants asked to have on record."""

from collections.abc import Iterator

from bot.documents.blocks import Block, Column, Listing, Paragraph, Table
from bot.domain.minutes.minutes import AgendaItem, Minutes
from bot.domain.minutes.participants import Participant
from bot.domain.polls.ballots import Ballot, Choice, ElectionBallot
from handlers.minutes.appendices import Appendices
from handlers.ui.texts import Texts


def vote_blocks(minutes: Minutes, number: int, appendices: Appendices, t: Texts) -> list[Block]:
    """Return who voted how, of a named poll; nobody knows in a secret one."""
    item = minutes.items[number - 1]
    if item.poll.is_secret or not item.ballots:
        return []
    voted = [one for one in minutes.listed if one.voter in item.ballots]
    rows = tuple(
        (str(place), one.name, _vote(item, item.ballots[one.voter], t))
        for place, one in enumerate(voted, start=1)
    )
    columns = (
        Column(t.plain("minutes-column-number"), 10, numeric=True),
        Column(t.plain("minutes-column-participant"), 90),
        Column(t.plain("minutes-column-vote"), 65),
    )
    heading = Paragraph(t.plain("minutes-votes"), strong=True)
    title = t.plain("minutes-appendix-votes", number=number)
    return appendices.placed(heading, Table(columns, rows), title, "minutes-votes-appended")


def _vote(item: AgendaItem, ballot: Ballot, t: Texts) -> str:
    """Return what a ballot says; of several candidates by their numbers."""
    if isinstance(ballot, ElectionBallot) and ballot.against_all:
        return t.plain("minutes-vote", choice="against_all")
    if len(item.poll.items) == 1:
        return t.plain("minutes-vote", choice=ballot.says(item.poll.items[0]))
    said: dict[Choice, list[str]] = {choice: [] for choice in Choice}
    for number, candidate in enumerate(item.poll.items, start=1):
        said[ballot.says(candidate)].append(str(number))
    if isinstance(ballot, ElectionBallot):
        del said[Choice.ABSTAIN]
    return "; ".join(
        t.plain(
            "minutes-vote-on",
            vote=t.plain("minutes-vote", choice=choice),
            numbers=", ".join(numbers),
        )
        for choice, numbers in said.items()
        if numbers
    )


def statement_blocks(minutes: Minutes, item: AgendaItem, t: Texts) -> Iterator[Block]:
    """Yield what participants asked to have on record (ГК 181.2 п.4)."""
    if item.dissents:
        yield Paragraph(t.plain("minutes-dissents"))
        yield Listing(
            tuple(
                dissent_words(item, minutes.participant(one.voter), one.words, t)
                for one in item.dissents
            )
        )
    if item.course:
        yield Paragraph(t.plain("minutes-course"))
        yield Paragraph(item.course)


def dissent_words(item: AgendaItem, voter: Participant, words: str, t: Texts) -> str:
    """Return who was against, of several candidates against which, and in what words.

    For a secret ballot only the words tell.
    """
    ballot = item.ballots.get(voter.voter)
    if isinstance(ballot, ElectionBallot):  # against all or against nobody
        ballot = None
    against = [
        t.plain("minutes-candidate", number=number, name=candidate.name)
        for number, candidate in enumerate(item.poll.candidates, start=1)
        if ballot is not None and ballot.says(candidate.id) is Choice.AGAINST
    ]
    name = voter.name
    if against:
        name = t.plain("minutes-dissent-against", name=name, against="; ".join(against))
    return t.plain("minutes-dissent", name=name, words=words) if words else name
