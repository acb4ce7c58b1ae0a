"""The panel of a draft: contents, addressees, time, and what is still missing."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.announcements import addressees
from bot.domain.announcements.announcements import AnnouncementPlan
from bot.domain.announcements.contents import Content, PieceKind
from bot.domain.announcements.drafts import AnnouncementDraft, Selection, Wording
from bot.domain.events.recurrence import Recurrence
from bot.domain.people.members import LANGUAGES
from bot.services.announcements.circles import Names
from handlers.announcements.callbacks.announcement_drafts import (
    AudienceButton,
    DraftButton,
    DraftSwitchButton,
    DraftTextButton,
)
from handlers.ui.buttons import Row, button, keyboard, pairs
from handlers.ui.lengths import clipped
from handlers.ui.texts import Markup, Texts

WORDS = 160
"""UTF-16 units of the text that the panel quotes."""

NAMED = 6
"""Organisations or municipalities that a panel lists; the rest are counted."""

NAME_LIMIT = 60


def panel_words(draft: AnnouncementDraft, below: str, names: Names, t: Texts) -> str:
    """Return the state of the draft; `below` says how many it would reach."""
    parts: list[str] = [t(f"announce-panel-{'correction' if draft.corrects else 'new'}")]
    parts.append("\n\n".join(_said(language, one, t) for language, one in _spoken(draft)))
    if draft.corrects is None:
        parts.append(_settings(draft, names, t))
    return "\n\n".join([*filter(None, parts), *filter(None, [below])])


def _spoken(draft: AnnouncementDraft) -> list[tuple[str, Wording]]:
    return [(language, one) for language, one in draft.wordings.items() if one.parts]


def _said(language: str, wording: Wording, t: Texts) -> str:
    content = wording.content
    return t(
        "announce-said",
        language=t.plain(f"language-{language}"),
        words=clipped(content.words.strip(), WORDS),
        given=bool(content.words.strip()),
        what=content_words(content, t),
        links=len(wording.links),
    )


def content_words(content: Content, t: Texts) -> str:
    """Return the kind of message: «текст», «3 файла: фото», «место на карте» and so on."""
    kinds = {piece.kind for piece in content.pieces}
    kind = kinds.pop() if len(kinds) == 1 else PieceKind.PHOTO
    return t.plain("announce-kind-of-piece", kind=kind, count=len(content.pieces))


def _settings(draft: AnnouncementDraft, names: Names, t: Texts) -> str:
    lines = [
        t("announce-to", to=selection_words(draft.selection, names, t)),
        t("announce-kind", kind=t.plain("announcement-kind", kind=draft.kind)),
        when_words(draft, t),
        t("announce-sound", quietly=draft.quietly),
        places_words(draft, t),
    ]
    if draft.event is not None:
        title = clipped(names.events.get(draft.event, "—"), NAME_LIMIT)
        lines.append(t("announce-event-button", title=title))
    if draft.poll is not None:
        question = clipped(names.polls.get(draft.poll, "—"), NAME_LIMIT)
        lines.append(t("announce-poll-button", question=question))
    return "\n".join(filter(None, lines))


def when_words(plan: AnnouncementDraft | AnnouncementPlan, t: Texts) -> str:
    """Return when it is sent, and how often."""
    if plan.at is None:
        return t("announce-at-once")
    if plan.recurrence is None:
        return t("announce-at", at=plan.at)
    return t("announce-repeated", at=plan.at, rhythm=_rhythm(plan.recurrence, t))


def _rhythm(recurrence: Recurrence, t: Texts) -> str:
    return t.plain("announce-rhythm", rhythm=recurrence.rhythm, count=recurrence.count or 0)


def places_words(plan: AnnouncementDraft | AnnouncementPlan, t: Texts) -> str:
    """Return whether it is posted in the group and the channel, too; empty if in neither."""
    if not (plan.to_group or plan.to_channel):
        return ""
    where = "both" if plan.to_group and plan.to_channel else "group" if plan.to_group else "channel"
    return t("announce-places", where=where, pinned=plan.pinned)


def selection_words(selection: Selection, names: Names, t: Texts) -> Markup:
    """Return the draft's addressees, in a few lines."""
    lines = [t("announce-either", circles=_circles(selection.either, names, t))]
    if selection.among:
        lines.append(t("announce-among", circles=_circles(selection.among, names, t)))
    if selection.without:
        lines.append(t("announce-without", circles=_circles(selection.without, names, t)))
    return Markup("\n".join(lines))


def _circles(circles: Sequence[addressees.Addressees], names: Names, t: Texts) -> str:
    """Return groups in one line; of many chosen people only the first few."""
    named = [one for one in circles if isinstance(one, addressees.ByName)]
    others = [one for one in circles if not isinstance(one, addressees.ByName)]
    people = tuple(person for one in named for person in one.people)
    shown = [*others, addressees.ByName(people)] if people else others
    return "; ".join(circle_words(one, names, t) for one in shown)


def circle_words(circle: addressees.Addressees, names: Names, t: Texts) -> str:
    """Return a group of people as plain text."""
    match circle:
        case addressees.OfCircle(circle=standing):
            words = t.plain("circle-standing", circle=standing)
        case addressees.OfMunicipalities(municipalities=places):
            words = _listed(places)
        case addressees.OfOrganisations(organisations=ids):
            words = _listed([names.organisations.get(one, "—") for one in ids])
        case addressees.WithRoles(roles=roles):
            words = _listed([t.plain(f"role-{role}") for role in roles])
        case addressees.OfEvent(event=event, group=group):
            title = clipped(names.events.get(event, "—"), NAME_LIMIT)
            words = t.plain("circle-event", group=group, title=title)
        case addressees.YetToVote(poll=poll):
            question = clipped(names.polls.get(poll, "—"), NAME_LIMIT)
            words = t.plain("circle-yet-to-vote", question=question)
        case addressees.ByName(people=people):
            words = _listed([names.people.get(one, "—") for one in people])
        case _:
            words = t.plain("circle-mixed")
    return words


def _listed(items: Sequence[str]) -> str:
    more = len(items) - NAMED
    shown = ", ".join(clipped(one, NAME_LIMIT) for one in items[:NAMED])
    return f"{shown} … +{more}" if more > 0 else shown


def coverage_words(coverage: addressees.Coverage, t: Texts) -> str:
    """Return how many an announcement would reach: «143 человека из 98 организаций; …»."""
    reach, mornings = coverage.reach, sorted(f"{one:%H:%M}" for one in coverage.mornings)
    return t(
        "announce-coverage",
        people=reach.people,
        organisations=reach.organisations,
        unreachable=reach.unreachable,
        not_joined=reach.not_joined,
        opted_out=coverage.opted_out,
        later=coverage.later,
        first=mornings[0] if mornings else "",
        last=mornings[-1] if mornings else "",
        alike=len(mornings) == 1,
    )


def panel_keyboard(draft: AnnouncementDraft, t: Texts) -> InlineKeyboardMarkup:
    """Return the most important buttons; the others are behind «Ещё настройки»."""
    number = draft.number
    correction = bool(draft.corrects)
    words = t.plain("button-announce-look", correction=correction)
    look = button(words, _screen(number, "look"), "primary")
    drop = button(t.plain("button-announce-drop"), _screen(number, "drop"))
    if draft.corrects is not None:
        return keyboard([[look], *_texts(draft, t), _links(draft, t), [drop]])
    settings = [
        t.button("button-announce-to", AudienceButton(number=number)),
        button(t.plain("button-announce-when"), _screen(number, "when")),
        button(t.plain("button-announce-kind"), _screen(number, "kind")),
        button(t.plain("button-announce-more"), _screen(number, "more")),
    ]
    return keyboard([[look], *pairs(settings), *_texts(draft, t), [drop]])


def more_keyboard(draft: AnnouncementDraft, t: Texts, *, places: bool) -> InlineKeyboardMarkup:
    """Return the rarely used buttons, and the way back; `places`: there is a chat to post to."""
    number = draft.number
    quietly = DraftSwitchButton(number=number, what="quietly", on=not draft.quietly)
    where = button(t.plain("button-announce-where"), _screen(number, "where"))
    settings = [
        t.button("button-announce-sound", quietly, quietly=draft.quietly),
        *_links(draft, t),
        button(t.plain("button-announce-event"), _screen(number, "event")),
        button(t.plain("button-announce-poll"), _screen(number, "poll")),
        *([where] if places else []),
        button(t.plain("button-announce-template"), _screen(number, "template")),
    ]
    return keyboard([*pairs(settings), back_to_panel(number, t)])


def _links(draft: AnnouncementDraft, t: Texts) -> Row:
    return [button(t.plain("button-announce-links"), _screen(draft.number, "links"))]


def _texts(draft: AnnouncementDraft, t: Texts) -> list[Row]:
    """Return a button for each language: to replace its message, or to add one."""
    spoken = [language for language, _ in _spoken(draft)]
    others = [] if draft.corrects else [one for one in LANGUAGES if one not in spoken]
    return [[_text(draft, language, t) for language in (*spoken, *others)]]


def _text(draft: AnnouncementDraft, language: str, t: Texts) -> InlineKeyboardButton:
    known = language in dict(_spoken(draft))
    words = t.plain("button-announce-text", language=language, known=known)
    return button(words, DraftTextButton(number=draft.number, language=language))


def _screen(number: int, screen: str) -> str:
    return DraftButton(number=number, screen=screen).pack()


def back_to_panel(number: int, t: Texts) -> Row:
    """Return the row that leads back to the panel."""
    return [button(t.plain("button-back"), _screen(number, "panel"))]


def marked(words: str, chosen: bool, data: str, t: Texts) -> InlineKeyboardButton:  # noqa: FBT001  it is what is marked
    """Return the button of a choice, marked if it is the present one."""
    return button(t.plain("button-marked", words=words) if chosen else words, data)
