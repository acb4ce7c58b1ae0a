"""Render the letters about people and organisations."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardMarkup

from bot.domain.people.consents import ConsentLetter
from bot.domain.people.members import Member, Role
from bot.domain.people.reachability import ReachabilityLetter
from bot.domain.people.rebindings import ConfirmedLetter, RebindingId, ReboundLetter
from bot.domain.people.roles import MenuLetter, RolesLetter
from handlers.people.callbacks import RebindingButton
from handlers.people.reachability import NAME_LIMIT
from handlers.ui import keyboards
from handlers.ui.buttons import keyboard
from handlers.ui.callbacks import ReachabilityButton, TourButton
from handlers.ui.lengths import clipped
from handlers.ui.letters import Rendered, Renderers, Sight
from handlers.ui.texts import Texts
from handlers.ui.welcome import AllianceInfo, consent_request

TOLD = 10
"""Names of each kind in a digest; the rest are counted."""


def render_digest(letter: ReachabilityLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the weekly digest: what changed, and the present state."""
    told: dict[str, Sequence[str]] = {
        "silent": letter.silent,
        "reached": letter.reached,
        "blocked": [_with_origin(member) for member in letter.blocked],
        "returned": [_with_origin(member) for member in letter.returned],
    }
    parts = [t("reach-digest"), *(_changed(key, told[key], t) for key in told if told[key])]
    parts.append(t("reach-digest-now", silent=letter.silent_now, blocked=letter.blocked_now))
    to_board = t.button("button-reach", ReachabilityButton())
    return Rendered("\n\n".join(parts), keyboard([[to_board]]))


def render_rebound(letter: ReboundLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the news for chair, secretary and administrators; those who decide get the buttons."""
    person = letter.person
    words = t(
        "rebinding-noted",
        name=person.name,
        organisation=person.organisation_name or "",
        represents=bool(person.organisation_name),
        moment=letter.rebinding.at,
        decides=letter.decides,
    )
    return Rendered(words, _yes_and_no(letter.rebinding.id, t) if letter.decides else None)


def render_confirmed(_letter: ConfirmedLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the news for the person."""
    return Rendered(t("rebinding-confirmed"))


def render_consent(letter: ConsentLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the changed text of the consent, and the question."""
    alliance = AllianceInfo(letter.alliance, letter.privacy_url, letter.version)
    changed = t("consent-changed", until=letter.until, late=letter.late)
    words = f"{changed}\n\n{consent_request(letter.name, alliance, t)}"
    return Rendered(words, keyboards.consent(t, letter.version))


def render_roles(letter: RolesLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return which roles a person was given, and which they have no more."""
    listed = {
        "given": [t.plain(f"role-{role}") for role in letter.given],
        "taken": [t.plain(f"role-{role}") for role in letter.taken],
    }
    parts = [
        t(f"roles-{key}", count=len(names), roles=t.listed(names))
        for key, names in listed.items()
        if names
    ]
    begins = Role.ORGANISER in letter.given
    rows = [[t.button("button-tour", TourButton())]] if begins else []
    return Rendered("\n\n".join([*parts, t("roles-help")]), keyboard(rows) if begins else None)


def render_menu(letter: MenuLetter, _t: Texts, _sight: Sight) -> Rendered:
    """Return the person whose menu is renewed, without words."""
    return Rendered("", menu_of=letter.member)


def _changed(key: str, names: Sequence[str], t: Texts) -> str:
    """Return a paragraph of the digest: a line for each name, the rest counted."""
    listed = "\n".join(f"• {clipped(name, 2 * NAME_LIMIT)}" for name in names[:TOLD])
    return t(f"reach-digest-{key}", names=listed, more=max(0, len(names) - TOLD))


def _with_origin(member: Member) -> str:
    origin = member.organisation_name
    return f"{clipped(member.name, NAME_LIMIT)} · {origin}" if origin else member.name


def _yes_and_no(rebinding: RebindingId, t: Texts) -> InlineKeyboardMarkup:
    yes = RebindingButton(rebinding_id=rebinding, confirmed=True)
    no = RebindingButton(rebinding_id=rebinding, confirmed=False)
    return keyboard(
        [
            [t.button("button-rebinding-confirm", yes, "success")],
            [t.button("button-rebinding-reject", no, "danger")],
        ]
    )


LETTERS: Renderers = {
    ReachabilityLetter: render_digest,
    ReboundLetter: render_rebound,
    ConfirmedLetter: render_confirmed,
    ConsentLetter: render_consent,
    RolesLetter: render_roles,
    MenuLetter: render_menu,
}
