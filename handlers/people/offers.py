"""Render the letters about leadership and membership."""

from bot.domain.people.affairs import (
    ColleagueLeftLetter,
    LeaderLetter,
    MembershipLetter,
    OfferLetter,
    OrganisationGoneLetter,
)
from bot.domain.people.handovers import VALID_FOR
from handlers.people.callbacks import HandoverAnswerButton
from handlers.ui.buttons import keyboard
from handlers.ui.letters import Rendered, Renderers, Sight
from handlers.ui.texts import Texts


def render_offer(letter: OfferLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the offer, with the buttons that accept and decline it."""
    until = letter.handover.offered_at + VALID_FOR
    words = t(
        "leadership-offered", leader=letter.leader, organisation=letter.organisation, until=until
    )
    offer = letter.handover.number
    accept = HandoverAnswerButton(offer=offer, accepted=True)
    decline = HandoverAnswerButton(offer=offer, accepted=False)
    yes = t.button("button-leadership-accept", accept, "success")
    no = t.button("button-leadership-decline", decline)
    return Rendered(words, keyboard([[yes], [no]]))


def render_leader(letter: LeaderLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return who leads the organisation now."""
    return Rendered(
        t(
            "leadership-changed",
            organisation=letter.organisation,
            leader=letter.leader,
            own=letter.own,
            reason=letter.reason,
            explained=bool(letter.reason),
        )
    )


def render_colleague_left(letter: ColleagueLeftLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return who left the reader's organisation."""
    return Rendered(t("colleague-left", name=letter.name, organisation=letter.organisation))


def render_membership(letter: MembershipLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return why the organisation is no longer a member, and what that means."""
    return Rendered(
        t(
            "membership-ended",
            organisation=letter.organisation,
            ended=letter.ended,
            reason=letter.reason,
        )
    )


def render_gone(letter: OrganisationGoneLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return which organisation has left."""
    return Rendered(t("organisation-gone", organisation=letter.organisation))


LETTERS: Renderers = {
    OfferLetter: render_offer,
    LeaderLetter: render_leader,
    ColleagueLeftLetter: render_colleague_left,
    MembershipLetter: render_membership,
    OrganisationGoneLetter: render_gone,
}
