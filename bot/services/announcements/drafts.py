"""Drafts of announcements: collect messages sent to the bot until they are submitted."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from bot.domain.announcements.addressees import Addressees, OfEvent
from bot.domain.announcements.announcements import AnnouncementId
from bot.domain.announcements.drafts import AnnouncementDraft, Bond, Part, draft_for, read_links
from bot.domain.events.recurrence import Recurrence
from bot.domain.moments import moment_at, read_start
from bot.domain.people.members import LANGUAGES, Member, MemberId
from bot.domain.refusals import ButtonTooOld, MomentPast, TimeVague
from bot.ports import Transaction
from bot.services.access import require_event, require_organiser
from bot.services.announcements.kept_drafts import (
    find_draft,
    find_offer,
    forget_all,
    forget_offer,
    numbered_draft,
    open_draft,
    readable_draft,
    readable_offer,
    save_draft,
    save_offer,
)
from bot.services.drafts import account_of
from bot.services.prompts import Prompt, ask_prompt, close_prompt, end_prompt
from bot.services.transactions import RuledService, reading, transaction

PROMPT = "announce"
"""The kind of the question whether a message should be announced."""

Change = Callable[[AnnouncementDraft], AnnouncementDraft]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What became of a message that the bot did not ask for.

    Either it belongs to the `draft`, as part of its album; or it may become an announcement, and
    whether it should is to be `asked`, once for an album.
    """

    draft: AnnouncementDraft | None
    asked: bool


class AnnouncementDrafts(RuledService):
    """One draft for each organiser, the newest.

    All methods are for organisers only. A draft stays until it is dropped or replaced, also after
    it was submitted, so that it can be edited again.
    """

    @reading
    def find(self, tx: Transaction, actor: MemberId) -> AnnouncementDraft | None:
        """Return the draft; None if there is none, or if it was submitted.

        Refuses an unreadable one of another release; a new one can replace it.
        """
        draft = find_draft(tx, require_organiser(tx, actor, self._rules))
        return None if draft is None or draft.given is not None else draft

    @reading
    def get(self, tx: Transaction, actor: MemberId, number: int) -> AnnouncementDraft:
        """Return the draft of this number; refuse one that was submitted."""
        return open_draft(tx, require_organiser(tx, actor, self._rules), number)

    @reading
    def given_or_open(self, tx: Transaction, actor: MemberId, number: int) -> AnnouncementDraft:
        """Return the draft of this number, submitted or not: a tap may arrive twice."""
        return numbered_draft(tx, require_organiser(tx, actor, self._rules), number)

    @transaction
    def take(
        self, tx: Transaction, actor: MemberId, number: int, language: str, part: Part
    ) -> AnnouncementDraft:
        """Use a message as the text in a language; number 0 begins a new draft.

        The next message replaces the first one of a new draft. Another file of the same album is
        added to those before it. Refuses what Telegram would refuse.
        """
        organiser = require_organiser(tx, actor, self._rules)
        if language not in LANGUAGES:
            raise ButtonTooOld
        if not number:
            fresh = AnnouncementDraft(number=self._new_number())
            return self._take_first(tx, organiser, fresh, language, part)
        draft = numbered_draft(tx, organiser, number)
        return self._take(tx, organiser, draft, language, part)

    @transaction
    def take_for(
        self, tx: Transaction, actor: MemberId, circle: OfEvent, part: Part
    ) -> AnnouncementDraft:
        """Begin a draft for a group of an event with this message.

        The previous draft is replaced only now. The next message replaces this one, as in any new
        draft.
        """
        organiser = require_organiser(tx, actor, self._rules)
        require_event(tx, circle.event)
        fresh = draft_for(circle, self._new_number())
        return self._take_first(tx, organiser, fresh, organiser.language, part)

    @transaction
    def gather(self, tx: Transaction, actor: MemberId, part: Part) -> Gathered:
        """Handle a message that was not asked for: a late file of an album, or a possible draft."""
        organiser = require_organiser(tx, actor, self._rules)
        draft = readable_draft(tx, organiser)
        language = None if draft is None else _of_album(draft, part)
        if draft is not None and language is not None and draft.given is None:
            return Gathered(self._take(tx, organiser, draft, language, part), asked=False)
        offered = readable_offer(tx, organiser)
        more = any(one.album == part.album for one in offered.parts) and part.album is not None
        wording = offered.taking(part)
        wording.content.checked()
        save_offer(tx, organiser, wording, self._clock.now())
        return Gathered(None, asked=not more)

    @transaction
    def accept(self, tx: Transaction, actor: MemberId, message: int) -> AnnouncementDraft:
        """Make a draft of the offered message, once for each `message`, its first part's number."""
        organiser = require_organiser(tx, actor, self._rules)
        known = readable_draft(tx, organiser)
        if known is not None and known.given is None and known.holds(message):
            return known
        offered = find_offer(tx, organiser)
        if message not in {part.number for part in offered.parts}:
            raise ButtonTooOld
        forget_offer(tx, organiser)
        wordings = {organiser.language: offered}
        draft = AnnouncementDraft(number=self._new_number(), wordings=wordings)
        return self._save(tx, organiser, draft)

    @transaction
    def begin(
        self, tx: Transaction, actor: MemberId, draft: AnnouncementDraft
    ) -> AnnouncementDraft:
        """Begin a draft with known data, in place of the last one; it gets a number."""
        organiser = require_organiser(tx, actor, self._rules)
        return self._save(tx, organiser, replace(draft, number=self._new_number()))

    @transaction
    def change(
        self, tx: Transaction, actor: MemberId, number: int, change: Change
    ) -> AnnouncementDraft:
        """Change the draft of this number; refuse one that was submitted."""
        organiser = require_organiser(tx, actor, self._rules)
        return self._save(tx, organiser, change(open_draft(tx, organiser, number)))

    @transaction
    def choose(
        self, tx: Transaction, actor: MemberId, number: int, bond: Bond, circle: Addressees
    ) -> AnnouncementDraft:
        """Add a group of people to the addressees, or remove it."""
        organiser = require_organiser(tx, actor, self._rules)
        draft = open_draft(tx, organiser, number)
        selection = draft.selection.toggled(bond, circle)
        return self._save(tx, organiser, replace(draft, selection=selection))

    @transaction
    def link(
        self, tx: Transaction, actor: MemberId, number: int, language: str, text: str
    ) -> AnnouncementDraft:
        """Put links below the text in a language: a line of text for each, see `read_links`."""
        organiser = require_organiser(tx, actor, self._rules)
        draft = open_draft(tx, organiser, number).linked(language, read_links(text))
        draft.contents[language].checked()
        end_prompt(tx, organiser.id)
        return self._save(tx, organiser, draft)

    @transaction
    def schedule(
        self, tx: Transaction, actor: MemberId, number: int, text: str
    ) -> AnnouncementDraft:
        """Set the time of sending, in the alliance's zone, e.g. «завтра 9:00»."""
        organiser = require_organiser(tx, actor, self._rules)
        day, at = read_start(text, self._clock.now().astimezone(self._rules.zone).date())
        if at is None:
            raise TimeVague
        end_prompt(tx, organiser.id)
        return self._schedule(tx, organiser, number, moment_at(day, at, self._rules.zone))

    @transaction
    def schedule_in(
        self, tx: Transaction, actor: MemberId, number: int, days: timedelta, hour: int
    ) -> AnnouncementDraft:
        """Set the time of sending: some days from today, at this hour of the alliance's zone."""
        organiser = require_organiser(tx, actor, self._rules)
        day = self._clock.now().astimezone(self._rules.zone).date() + days
        moment = moment_at(day, time(hour), self._rules.zone)
        return self._schedule(tx, organiser, number, moment)

    def _schedule(
        self, tx: Transaction, organiser: Member, number: int, moment: datetime
    ) -> AnnouncementDraft:
        draft = open_draft(tx, organiser, number)
        if moment <= self._clock.now():
            raise MomentPast(moment)
        return self._save(tx, organiser, replace(draft, at=moment))

    @transaction
    def repeat(
        self, tx: Transaction, actor: MemberId, number: int, recurrence: Recurrence | None
    ) -> AnnouncementDraft:
        """Set or remove a repetition; refuse one of a draft without a time."""
        organiser = require_organiser(tx, actor, self._rules)
        draft = open_draft(tx, organiser, number)
        if draft.at is None:
            raise ButtonTooOld
        return self._save(tx, organiser, replace(draft, recurrence=recurrence))

    @transaction
    def take_up(
        self, tx: Transaction, actor: MemberId, announcement: AnnouncementId
    ) -> AnnouncementDraft | None:
        """Reopen a cancelled submission as a new one; None if there is another draft now."""
        organiser = require_organiser(tx, actor, self._rules)
        draft = readable_draft(tx, organiser)
        if draft is None or draft.given != announcement:
            return None
        fresh = replace(draft, given=None, panel=None, changes=None, seen=None)
        return self._save(tx, organiser, replace(fresh, number=self._new_number()))

    @transaction
    def drop(self, tx: Transaction, actor: MemberId) -> None:
        """Delete the draft and the offered message, and stop waiting for input."""
        organiser = require_organiser(tx, actor, self._rules)
        forget_all(tx, organiser)
        close_prompt(tx, account_of(organiser), PROMPT)

    def _take_first(
        self,
        tx: Transaction,
        organiser: Member,
        fresh: AnnouncementDraft,
        language: str,
        part: Part,
    ) -> AnnouncementDraft:
        """Use the first message of a draft; an album's files, sent at once, make one draft."""
        known = readable_draft(tx, organiser)
        joins = known is not None and _of_album(known, part) is not None
        draft = known if joins and known else fresh
        taken = self._take(tx, organiser, draft, language, part)
        prompt = Prompt(PROMPT, taken.number, language)
        ask_prompt(tx, account_of(organiser), prompt, self._clock.now())
        return taken

    def _take(
        self,
        tx: Transaction,
        organiser: Member,
        draft: AnnouncementDraft,
        language: str,
        part: Part,
    ) -> AnnouncementDraft:
        if draft.given is not None:
            raise ButtonTooOld
        taken = draft.taking(language, part)
        taken.contents[language].checked()
        return self._save(tx, organiser, taken)

    def _save(
        self, tx: Transaction, organiser: Member, draft: AnnouncementDraft
    ) -> AnnouncementDraft:
        save_draft(tx, organiser, draft, self._clock.now())
        return draft

    def _new_number(self) -> int:
        """Return a number that no earlier draft of the person has: the time in milliseconds."""
        return int(self._clock.now().timestamp() * 1000)


def _of_album(draft: AnnouncementDraft, part: Part) -> str | None:
    """Return the language of the album that a message belongs to."""
    if part.album is None:
        return None
    for language, wording in draft.wordings.items():
        if any(one.album == part.album for one in wording.parts):
            return language
    return None
