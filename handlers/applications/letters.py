"""Render the letters of applications: for the applicant, those who decide, and everybody."""

from collections.abc import Callable, Mapping
from typing import Any

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
    ApplicationSubject,
    ApplicationWithdrawn,
    Votes,
)
from handlers.applications import keyboards
from handlers.applications.cards import application_card
from handlers.ui.keyboards import to_events
from handlers.ui.letters import Rendered, Renderers, Sight
from handlers.ui.texts import Texts


def render_news(letter: ApplicationLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return news of an application for its recipient."""
    return NEWS[type(letter.subject)](letter.subject, letter, t)


def render_queue(letter: QueueLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return what happened to the queue."""
    words = t(
        "notice-queue-changed", sent=letter.sent, withdrawn=letter.withdrawn, open=letter.open
    )
    return Rendered(words, keyboards.back_to_queue(t))


def _sent(_subject: ApplicationSent, letter: ApplicationLetter, t: Texts) -> Rendered:
    words = t("notice-application-sent", card=application_card(letter.card, t))
    return Rendered(words, keyboards.to_queued(letter.card.application, t))


def _replied(_subject: ApplicationReplied, letter: ApplicationLetter, t: Texts) -> Rendered:
    words = t("notice-application-replied", name=_name(letter), text=_remark(letter))
    return Rendered(words, keyboards.to_queued(letter.card.application, t))


def _withdrawn(subject: ApplicationWithdrawn, letter: ApplicationLetter, t: Texts) -> Rendered:
    during = bool(subject.voting)
    words = t("notice-application-withdrawn", name=_name(letter), voting=during)
    return Rendered(words, keyboards.to_queued(letter.card.application, t))


def _asked(_subject: ApplicationAsked, letter: ApplicationLetter, t: Texts) -> Rendered:
    words = t("notice-application-asked", name=_name(letter), text=_remark(letter))
    return Rendered(words, keyboards.to_reply(letter.card.application, t))


def _put_to_vote(_subject: ApplicationPutToVote, letter: ApplicationLetter, t: Texts) -> Rendered:
    words = t(
        "notice-application-put-to-vote",
        name=_name(letter),
        known=bool(letter.card.closes_at),
        until=letter.card.closes_at or "",
    )
    return Rendered(words, keyboards.to_mine(t))


def _delayed(_subject: ApplicationDelayed, letter: ApplicationLetter, t: Texts) -> Rendered:
    return Rendered(t("notice-application-delayed", name=_name(letter)), keyboards.to_mine(t))


def _admitted(subject: ApplicationAdmitted, letter: ApplicationLetter, t: Texts) -> Rendered:
    """Return the welcome; a person who joins also gets another menu of commands."""
    words = _welcome(letter, t, joined=subject.joined)
    return Rendered(words, to_events(t), menu_of=letter.member if subject.joined else None)


def _refused(subject: ApplicationRefused, letter: ApplicationLetter, t: Texts) -> Rendered:
    return Rendered(_refusal(letter, subject.votes, t), keyboards.to_mine(t))


def _name(letter: ApplicationLetter) -> str:
    return letter.card.application.details.display_name


def _remark(letter: ApplicationLetter) -> str:
    return letter.remark.text if letter.remark else ""


def _welcome(letter: ApplicationLetter, t: Texts, *, joined: bool) -> str:
    details = letter.card.application.details
    if not joined:
        own = letter.member.organisation_name if letter.member else None
        leader = details.representative or details.leader
        return t(
            "notice-application-admitted-elsewhere",
            name=details.display_name,
            own=own or "",
            belongs=bool(own),
            leader=leader,
        )
    return t(
        "notice-application-admitted",
        name=details.display_name,
        leads=not (details.representative),
        leader=details.leader,
    )


def _refusal(letter: ApplicationLetter, votes: Votes | None, t: Texts) -> str:
    application = letter.card.application
    if application.poll is None:
        return t(
            "notice-application-refused",
            name=application.details.display_name,
            reason=application.reason,
            given=bool(application.reason),
        )
    counted = votes or Votes(0, 0, 0)
    return t(
        "notice-application-voted-down",
        name=application.details.display_name,
        told=bool(votes),
        in_favour=counted.in_favour,
        against=counted.against,
        abstained=counted.abstained,
    )


def _announced(_subject: AdmissionAnnounced, letter: ApplicationLetter, t: Texts) -> Rendered:
    details = letter.card.application.details
    words = t(
        "admission-announced",
        name=details.name,
        municipality=details.municipality,
        about=details.about,
        tells=bool(details.about),
    )
    return Rendered(words)


NEWS: Mapping[type[ApplicationSubject], Callable[[Any, ApplicationLetter, Texts], Rendered]] = {
    ApplicationSent: _sent,
    ApplicationReplied: _replied,
    ApplicationWithdrawn: _withdrawn,
    ApplicationAsked: _asked,
    ApplicationPutToVote: _put_to_vote,
    ApplicationDelayed: _delayed,
    ApplicationAdmitted: _admitted,
    ApplicationRefused: _refused,
    AdmissionAnnounced: _announced,
}

LETTERS: Renderers = {ApplicationLetter: render_news, QueueLetter: render_queue}
