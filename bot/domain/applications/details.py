"""What an organisation says of itself: the questions, what is kept of the answers, their limits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.applications import refusals
from bot.domain.lines import checked_paragraphs, one_line, paragraphs, within
from bot.domain.people.people import OrganisationDetails
from bot.domain.people.registers import (
    EMAIL_LIMIT,
    email_of,
    inn_of,
    is_personal,
    ogrn_of,
    phone_of,
)
from bot.domain.polls.plans import NAME_LIMIT

REMARK_LIMIT = 1000


class Step(StrEnum):
    """What is asked of an applicant, in this order; named as the field that holds the answer."""

    INN = "inn"
    OGRN = "ogrn"
    NAME = "name"
    SHORT_NAME = "short_name"
    MUNICIPALITY = "municipality"
    LEADER = "leader"
    POSITION = "position"
    REPRESENTATIVE = "representative"
    PHONE = "phone"
    EMAIL = "email"
    ABOUT = "about"
    FILES = "files"
    REVIEW = "review"

    @property
    def number(self) -> int:
        """How many questions come before."""
        return _ORDER[self]

    @property
    def following(self) -> "Step":
        """What is asked next; nothing comes after the review."""
        return STEPS[min(self.number + 1, len(STEPS) - 1)]

    @property
    def preceding(self) -> "Step | None":
        """What was asked before."""
        return STEPS[self.number - 1] if self.number else None


STEPS = tuple(Step)
_ORDER = {step: number for number, step in enumerate(STEPS)}
OPTIONAL = frozenset({Step.SHORT_NAME, Step.REPRESENTATIVE, Step.EMAIL, Step.FILES})
"""What may be left out. Without a representative the leader applies in person."""

LIMITS: Mapping[Step, int] = {
    Step.NAME: 300,
    Step.SHORT_NAME: 100,
    Step.MUNICIPALITY: 100,
    Step.LEADER: 200,
    Step.POSITION: 200,
    Step.REPRESENTATIVE: 200,
    Step.EMAIL: EMAIL_LIMIT,
    Step.ABOUT: 1000,
}
"""Characters of an answer: all of them together fit into one message of Telegram."""


@dataclass(frozen=True, slots=True)
class Details:
    """What the applicant has answered so far, each field checked; "" is not answered.

    `leader` heads the organisation. `representative` acts for it in the bot; if it is empty,
    that is the leader. `phone` in E.164.
    """

    inn: str = ""
    ogrn: str = ""
    name: str = ""
    short_name: str = ""
    municipality: str = ""
    leader: str = ""
    position: str = ""
    representative: str = ""
    phone: str = ""
    email: str = ""
    about: str = ""

    @property
    def display_name(self) -> str:
        """The name on buttons and ballots, of at most `NAME_LIMIT` characters."""
        name = self.short_name or self.name
        return name if len(name) <= NAME_LIMIT else name[: NAME_LIMIT - 1] + "…"

    @property
    def is_complete(self) -> bool:
        """Tell whether every question that must be answered is."""
        asked = set(Step) - OPTIONAL - {Step.REVIEW}
        return all(getattr(self, step) for step in asked)

    @property
    def organisation(self) -> OrganisationDetails:
        """What becomes of it once the organisation is admitted."""
        return OrganisationDetails(
            self.name, self.short_name, self.inn, self.ogrn or None, self.municipality
        )

    @property
    def impersonal(self) -> "Details":
        """What is kept once the people's data are erased: it says nothing of a person."""
        kept = {"inn", "ogrn", "name", "short_name", "municipality"}
        return Details(**{name: getattr(self, name) for name in sorted(kept)})


def read_answer(step: Step, text: str) -> str:
    """Return what was typed for a question as it is kept; refuse what is no answer to it."""
    kept = paragraphs(text) if step is Step.ABOUT else one_line(text)
    if not one_line(kept):
        raise refusals.AnswerMissing
    reader = _READERS.get(step)
    if reader is not None:
        return reader(kept)
    return within(LIMITS.get(step, REMARK_LIMIT), kept, refusals.AnswerTooLong)


def read_remark(text: str) -> str:
    """Return a question, an answer or a reason, 1 to `REMARK_LIMIT` characters."""
    return checked_paragraphs(text, REMARK_LIMIT, refusals.AnswerMissing, refusals.AnswerTooLong)


def _inn(text: str) -> str:
    number = inn_of(text)
    if number is None:
        raise refusals.InnOfPerson if is_personal(text) else refusals.InnUnreadable
    return number


def _ogrn(text: str) -> str:
    number = ogrn_of(text)
    if number is None:
        raise refusals.OgrnUnreadable
    return number


def _phone(text: str) -> str:
    number = phone_of(text)
    if number is None:
        raise refusals.PhoneUnreadable
    return number


def _email(text: str) -> str:
    address = email_of(text)
    if address is None:
        raise refusals.EmailUnreadable
    return address


_READERS: Mapping[Step, Callable[[str], str]] = {
    Step.INN: _inn,
    Step.OGRN: _ogrn,
    Step.PHONE: _phone,
    Step.EMAIL: _email,
}
