"""An applicant organisation's data: the questions, the stored answers and their limits."""

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
    """The questions in order; each is named as the field that holds the answer."""

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
        """How many questions come before this one."""
        return _ORDER[self]

    @property
    def following(self) -> "Step":
        """The next question; there is none after the review."""
        return STEPS[min(self.number + 1, len(STEPS) - 1)]

    @property
    def preceding(self) -> "Step | None":
        """The question before this one."""
        return STEPS[self.number - 1] if self.number else None


STEPS = tuple(Step)
_ORDER = {step: number for number, step in enumerate(STEPS)}
OPTIONAL = frozenset({Step.SHORT_NAME, Step.REPRESENTATIVE, Step.EMAIL, Step.FILES})
"""Optional answers. Without a representative the leader applies in person."""

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
"""The greatest length of an answer in characters; all of them fit into one Telegram message."""


@dataclass(frozen=True, slots=True)
class Details:
    """The applicant's answers so far, each checked; "" means not answered.

    `leader` heads the organisation. `representative` acts for it in the bot; if it is empty, that
    is the leader. `phone` in E.164.
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
        """Tell whether every required question is answered."""
        asked = set(Step) - OPTIONAL - {Step.REVIEW}
        return all(getattr(self, step) for step in asked)

    @property
    def organisation(self) -> OrganisationDetails:
        """The organisation as it is stored once it is admitted."""
        return OrganisationDetails(
            self.name, self.short_name, self.inn, self.ogrn or None, self.municipality
        )

    @property
    def impersonal(self) -> "Details":
        """What stays after personal data are erased."""
        kept = {"inn", "ogrn", "name", "short_name", "municipality"}
        return Details(**{name: getattr(self, name) for name in sorted(kept)})


def read_answer(step: Step, text: str) -> str:
    """Return an answer in its stored form; refuse one that is not valid for the question."""
    kept = paragraphs(text) if step is Step.ABOUT else one_line(text)
    if not one_line(kept):
        raise refusals.AnswerMissing
    reader = _READERS.get(step)
    if reader is not None:
        return reader(kept)
    return within(LIMITS.get(step, REMARK_LIMIT), kept, refusals.AnswerTooLong)


def read_remark(text: str) -> str:
    """Return a question, an answer or a reason of 1 to `REMARK_LIMIT` characters."""
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
