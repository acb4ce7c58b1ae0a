"""What organisers write to those who go, wait, are silent or came."""

from collections.abc import Sequence

from bot.domain.events.attendance import Attendee
from bot.domain.events.audiences import Reach
from bot.domain.events.events import Event, EventId
from bot.domain.events.messages import MessageDraft, checked_text
from bot.domain.events.notices import EventMessage
from bot.domain.events.rsvps import Group
from bot.domain.mailings import MailingId, Occasion
from bot.domain.people.members import Member, MemberId, TelegramId
from bot.domain.refusals import ButtonTooOld, NobodyConcerned, NotMember
from bot.ports import Transaction
from bot.services.access import require_event, require_organiser
from bot.services.drafts import draft_prefix
from bot.services.events.announcing import reach_among
from bot.services.events.news import enqueue_mailing
from bot.services.events.views import event_attendees
from bot.services.prompts import close_prompt
from bot.services.transactions import RuledService, reading, transaction

PROMPT = "write"
"""The kind of the question that a message answers."""


class Messages(RuledService):
    """Messages to the people of an event.

    An organiser has one draft, the newest, known by a number of its own. All of it is for
    organisers alone.
    """

    @reading
    def recipients(self, tx: Transaction, actor: MemberId, event: EventId, group: Group) -> Reach:
        """Tell whom a message to a group would reach; refuse a group of nobody."""
        require_organiser(tx, actor, self._rules)
        return _reach(_people(tx, require_event(tx, event), group))

    @transaction
    def draft(
        self,
        tx: Transaction,
        actor: MemberId,
        event: EventId,
        group: Group,
        text: str,
        number: int,
    ) -> MessageDraft:
        """Keep a text (Telegram's HTML) to be looked at before it is sent, in place of the last.

        Refuses a text of nothing, one that is too long, and a group of nobody.
        """
        organiser = require_organiser(tx, actor, self._rules)
        found = require_event(tx, event)
        checked = checked_text(text)
        reach = _reach(_people(tx, found, group))
        kept = {"number": number, "event": found.id, "group": group, "text": checked}
        tx.drafts.save_data(_key(organiser), kept, self._clock.now())
        return MessageDraft(found, checked, reach)

    @transaction
    def send(self, tx: Transaction, actor: MemberId, number: int) -> MailingId:
        """Send the draft of this number to those who are in its group by now.

        It is sent once, however often the button is tapped; a draft that was dropped or replaced
        is refused.
        """
        organiser = require_organiser(tx, actor, self._rules)
        draft = f"message:{organiser.id}:{number}"
        sent = tx.mailings.by_draft(draft)
        if sent is not None:
            return sent
        kept = tx.drafts.data(_key(organiser))
        if kept.get("number") != number:
            raise ButtonTooOld
        event = require_event(tx, EventId(kept["event"]))
        mailing = self._mail(tx, organiser, event, Group(kept["group"]), kept["text"], draft)
        _put_away(tx, organiser)
        return mailing

    @transaction
    def drop(self, tx: Transaction, actor: MemberId) -> None:
        """Forget the draft, and wait for no text any more."""
        _put_away(tx, require_organiser(tx, actor, self._rules))

    def _mail(
        self,
        tx: Transaction,
        organiser: Member,
        event: Event,
        group: Group,
        text: str,
        draft: str,
    ) -> MailingId:
        now = self._clock.now()
        people = _people(tx, event, group)
        joined = [person.member for person in people if person.member.has_joined]
        mailing = tx.mailings.add(
            Occasion.MESSAGE,
            event.id,
            organiser.id,
            len(people) - len(joined),
            now,
            text=text,
            draft=draft,
        )
        news = EventMessage(event.id, mailing)
        enqueue_mailing(tx, mailing, organiser, news, joined, now)
        details: dict[str, str | int] = {"group": group, "people": len(joined)}
        tx.audit.add(organiser.id, "event.message", f"event:{event.id}", now, **details)
        return mailing


def _people(tx: Transaction, event: Event, group: Group) -> Sequence[Attendee]:
    """Return the people of a group; refuse one in which nobody could be told anything."""
    people = event_attendees(tx, event).groups[group]
    if not any(person.member.has_joined for person in people):
        raise NobodyConcerned
    return people


def _reach(people: Sequence[Attendee]) -> Reach:
    return reach_among([person.member for person in people])


def _put_away(tx: Transaction, organiser: Member) -> None:
    tx.drafts.forget(_key(organiser))
    close_prompt(tx, _telegram_id(organiser), PROMPT)


def _key(organiser: Member) -> str:
    return f"{draft_prefix(_telegram_id(organiser))}message"


def _telegram_id(organiser: Member) -> TelegramId:
    if organiser.telegram_id is None:
        raise NotMember
    return organiser.telegram_id
