"""News of an application in words: for the applicant, for those who decide, for everybody."""

from aiogram.types import InlineKeyboardMarkup

from bot.domain.applications.cards import ApplicationLetter, QueueLetter
from bot.domain.applications.notices import (
    AdmissionAnnounced,
    ApplicationAdmitted,
    ApplicationAsked,
    ApplicationDelayed,
    ApplicationPutToVote,
    ApplicationRefused,
    ApplicationReplied,
    ApplicationSent,
    ApplicationWithdrawn,
    Votes,
)
from bot.domain.people.members import Member
from handlers.applications import keyboards
from handlers.applications.cards import application_card
from handlers.ui.keyboards import to_events
from handlers.ui.texts import Texts


def application_letter(
    letter: ApplicationLetter, t: Texts
) -> tuple[str, InlineKeyboardMarkup | None]:
    """Return the words and the keyboard of a letter."""
    application = letter.card.application
    details, text = application.details, letter.remark.text if letter.remark else ""
    match letter.subject:
        case ApplicationSent():
            card = application_card(letter.card, t)
            words = t("notice-application-sent", card=card)
            return words, keyboards.to_queued(application, t)
        case ApplicationReplied():
            words = t("notice-application-replied", name=details.called, text=text)
            return words, keyboards.to_queued(application, t)
        case ApplicationWithdrawn(voting=voting):
            during = "yes" if voting else "no"
            words = t("notice-application-withdrawn", name=details.called, voting=during)
            return words, keyboards.to_queued(application, t)
        case ApplicationAsked():
            words = t("notice-application-asked", name=details.called, text=text)
            return words, keyboards.to_reply(application, t)
        case AdmissionAnnounced():
            return _announcement(letter, t), None
        case _:
            return _progress(letter, t)


def queue_letter(letter: QueueLetter, t: Texts) -> tuple[str, InlineKeyboardMarkup]:
    """Return the words and the keyboard of what happened to the queue."""
    words = t(
        "notice-queue-changed", sent=letter.sent, withdrawn=letter.withdrawn, open=letter.open
    )
    return words, keyboards.back_to_queue(t)


def newcomer(letter: ApplicationLetter) -> Member | None:
    """Return whoever is a person of the alliance from now on: their menu of commands changes."""
    joins = isinstance(letter.subject, ApplicationAdmitted) and letter.subject.joined
    return letter.member if joins else None


def _progress(letter: ApplicationLetter, t: Texts) -> tuple[str, InlineKeyboardMarkup]:
    """Return what the applicant hears of the council."""
    details = letter.card.application.details
    match letter.subject:
        case ApplicationPutToVote():
            words = t(
                "notice-application-put-to-vote",
                name=details.called,
                known="yes" if letter.card.closes_at else "no",
                until=letter.card.closes_at or "",
            )
        case ApplicationDelayed():
            words = t("notice-application-delayed", name=details.called)
        case ApplicationAdmitted(joined=joined):
            return _welcome(letter, t, joined=joined), to_events(t)
        case ApplicationRefused(votes=votes):
            words = _refusal(letter, votes, t)
        case _:
            words = application_card(letter.card, t)
    return words, keyboards.to_mine(t)


def _welcome(letter: ApplicationLetter, t: Texts, *, joined: bool) -> str:
    details = letter.card.application.details
    if not joined:
        own = letter.member.organisation_name if letter.member else None
        leader = details.representative or details.leader
        return t(
            "notice-application-admitted-elsewhere",
            name=details.called,
            own=own or "",
            belongs="yes" if own else "no",
            leader=leader,
        )
    return t(
        "notice-application-admitted",
        name=details.called,
        leads="no" if details.representative else "yes",
        leader=details.leader,
    )


def _refusal(letter: ApplicationLetter, votes: Votes | None, t: Texts) -> str:
    application = letter.card.application
    if application.poll is None:
        return t(
            "notice-application-refused",
            name=application.details.called,
            reason=application.reason,
            given="yes" if application.reason else "no",
        )
    counted = votes or Votes(0, 0, 0)
    return t(
        "notice-application-voted-down",
        name=application.details.called,
        told="yes" if votes else "no",
        in_favour=counted.in_favour,
        against=counted.against,
        abstained=counted.abstained,
    )


def _announcement(letter: ApplicationLetter, t: Texts) -> str:
    details = letter.card.application.details
    return t(
        "admission-announced",
        name=details.name,
        municipality=details.municipality,
        about=details.about,
        tells="yes" if details.about else "no",
    )
