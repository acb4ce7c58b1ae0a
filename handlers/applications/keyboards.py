"""Keyboards of applications, depending on who looks."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.applications.applications import Application, ApplicationState
from bot.domain.applications.cards import ApplicationCard, Queue
from bot.domain.applications.details import OPTIONAL, STEPS, Step
from bot.domain.applications.ids import ApplicationId
from handlers.applications.callbacks import (
    ApplicationButton,
    ApplyConsentButton,
    AskApplicantButton,
    ChooseApplicationButton,
    DetachButton,
    GiveUpButton,
    NewApplicationButton,
    PutAsideButton,
    PutToVoteButton,
    QueuedButton,
    RefuseApplicationButton,
    ReplyButton,
    ReviseButton,
    SendApplicationButton,
    SkipButton,
    StepButton,
)
from handlers.applications.cards import label
from handlers.ui.buttons import Row, button, keyboard, lines, pairs, short, turning
from handlers.ui.callbacks import (
    ApplyButton,
    NewPollButton,
    OrganisationsButton,
    QueueButton,
    ViewApplicationButton,
)
from handlers.ui.keyboards import meetings_row, presiding_row
from handlers.ui.pages import page_of
from handlers.ui.texts import Texts

VOTE_DAYS = (1, 2, 3, 5, 7, 14)

ENDS = {
    ApplicationState.DRAFT: "discard",
    ApplicationState.SUBMITTED: "withdraw",
    ApplicationState.ASKED: "withdraw",
    ApplicationState.VOTING: "withdraw",
    ApplicationState.REFUSED: "forget",
}
"""How an applicant ends an application, by its state."""


def consent(t: Texts, version: int) -> InlineKeyboardMarkup:
    """Return the button of the consent, and the way back."""
    yes = t.button("button-consent", ApplyConsentButton(version=version), "success")
    return keyboard([[yes], [t.button("button-back", ApplyButton(later=True))]])


def questions(application: Application, step: Step, t: Texts) -> InlineKeyboardMarkup:
    """Return the buttons while a question is open."""
    id_ = application.id
    rows: list[Row] = []
    if step is Step.FILES:
        rows += [[_detach(application, number, t)] for number in range(len(application.files))]
    if step in OPTIONAL:
        name = "files-done" if step is Step.FILES and application.files else step.value
        words = t.plain(f"button-skip-{name.replace('_', '-')}")
        rows.append([button(words, SkipButton(application_id=id_, step=step))])
    changing = application.reached is Step.REVIEW
    before = Step.REVIEW if changing else step.preceding
    back = [] if before is None else [_step(id_, before, t.plain("button-back"))]
    later = t.button("button-put-aside", PutAsideButton(application_id=id_))
    return keyboard([*rows, [*back, later]])


def _detach(application: Application, number: int, t: Texts) -> InlineKeyboardButton:
    name = application.files[number].name
    words = t.plain("button-detach", number=number + 1, name=short(name), named=bool(name))
    return button(words, DetachButton(application_id=application.id, number=number))


def review(application: Application, t: Texts) -> InlineKeyboardMarkup:
    """Return the button that sends the application, and the way to change an answer."""
    id_ = application.id
    send = t.button("button-send-application", SendApplicationButton(application_id=id_), "success")
    revise = t.button("button-revise", ReviseButton(application_id=id_))
    later = t.button("button-put-aside", PutAsideButton(application_id=id_))
    return keyboard([[send], [revise], [later, _end(application, t)]])


def answers(application: Application, wanted: int, t: Texts) -> InlineKeyboardMarkup:
    """Return a page of buttons, each to change an answer, and the way back to the review."""
    id_ = application.id
    page = page_of([step for step in STEPS if step is not Step.REVIEW], wanted)
    fields = pairs(_step(id_, step, label(step, t)) for step in page.items)
    turn = turning(page, ReviseButton(application_id=id_), t)
    return keyboard([*fields, turn, [_step(id_, Step.REVIEW, t.plain("button-back"))]])


def _step(id_: int, step: Step, words: str) -> InlineKeyboardButton:
    return button(words, StepButton(application_id=ApplicationId(id_), step=step))


def own(application: Application, t: Texts) -> InlineKeyboardMarkup:
    """Return what an applicant can do with a sent application."""
    rows: list[Row] = []
    if application.state is ApplicationState.ASKED:
        data: CallbackData = ReplyButton(application_id=application.id)
        rows.append([t.button("button-reply", data, "primary")])
    if application.files:
        data = ViewApplicationButton(application_id=application.id)
        rows.append([t.button("button-files", data)])
    if application.state in ENDS and (application.is_open or application.details.leader):
        rows.append([_end(application, t)])
    return keyboard([*rows, [_new(t)]])


def mine(cards: Sequence[ApplicationCard], t: Texts) -> InlineKeyboardMarkup:
    """Return a button for each application, and the way to another one."""
    rows: list[Row] = [
        [
            button(
                short(_title(card.application, t)),
                ApplicationButton(application_id=card.application.id),
            )
        ]
        for card in cards
    ]
    return keyboard([*rows, [_new(t)]])


def to_mine(t: Texts) -> InlineKeyboardMarkup:
    """Return the way to one's applications."""
    return keyboard([[t.button("button-my-application", ApplyButton())]])


def sure(application: Application, act: str, t: Texts) -> InlineKeyboardMarkup:
    """Return the confirmation of an act that cannot be undone, and the way back."""
    data = GiveUpButton(application_id=application.id, act=act, sure=True)
    yes = t.button("button-give-up-sure", data, "danger", act=act)
    return keyboard([[yes], [back_to(application, t)]])


def back_to(application: Application, t: Texts) -> InlineKeyboardButton:
    """Return the way back to an application of one's own."""
    data = ApplicationButton(application_id=application.id)
    return t.button("button-back", data)


def _end(application: Application, t: Texts) -> InlineKeyboardButton:
    act = ENDS[application.state]
    data = GiveUpButton(application_id=application.id, act=act)
    return t.button("button-give-up", data, act=act)


def _new(t: Texts) -> InlineKeyboardButton:
    return t.button("button-new-application", NewApplicationButton())


def _title(application: Application, t: Texts) -> str:
    return t.plain(
        "application-title",
        state=application.state,
        name=application.details.display_name or t.plain("application-unnamed"),
    )


# --- the chair's and the secretary's --------------------------------------------------------------


def queue(shown: Queue, wanted: int, t: Texts) -> InlineKeyboardMarkup:
    """Return a page of the queue, and the way to a poll on the selected applications."""
    page = page_of(shown.cards, wanted)
    rows = lines(page.items, _queued, t)
    if shown.chosen:
        words = t.plain("button-put-to-vote", count=len(shown.chosen))
        rows.append([button(words, PutToVoteButton(), "primary")])
    members = [t.button("button-organisations", OrganisationsButton())]
    below = [
        turning(page, QueueButton(), t),
        presiding_row(t),
        meetings_row(t),
        members,
        [_renew(t)],
    ]
    return keyboard([*rows, *below])


def _queued(card: ApplicationCard, t: Texts) -> InlineKeyboardButton:
    return button(short(_queued_title(card, t)), QueuedButton(application_id=card.application.id))


def _queued_title(card: ApplicationCard, t: Texts) -> str:
    application = card.application
    return t.plain(
        "queue-line",
        state="chosen" if card.chosen else application.state,
        name=application.details.display_name,
        rivals=bool(card.rivals),
    )


def _renew(t: Texts) -> InlineKeyboardButton:
    return t.button("button-renew", QueueButton())


def queued(card: ApplicationCard, t: Texts) -> InlineKeyboardMarkup:
    """Return what the chair and the secretary can do with an application."""
    application = card.application
    id_ = application.id
    rows: list[Row] = []
    if application.files:
        data: CallbackData = ViewApplicationButton(application_id=id_)
        rows.append([t.button("button-files", data)])
    if application.is_queued:
        data = ChooseApplicationButton(application_id=id_, chosen=not card.chosen)
        words = t.plain("button-choose", chosen=bool(card.chosen))
        ask = t.button("button-ask", AskApplicantButton(application_id=id_))
        no = t.button("button-refuse", RefuseApplicationButton(application_id=id_))
        rows += [[button(words, data, None if card.chosen else "primary")], [ask, no]]
    return keyboard([*rows, [to_queue(t)]])


def deadlines(t: Texts) -> InlineKeyboardMarkup:
    """Return the choices of how long the council may take."""
    choices = [
        t.button("button-vote-days", PutToVoteButton(days=days), days=days) for days in VOTE_DAYS
    ]
    return keyboard([*pairs(choices), [to_queue(t)]])


def ballot_preview(days: int, number: int, t: Texts) -> InlineKeyboardMarkup:
    """Return the confirmation that opens the poll, and the ways back."""
    data = PutToVoteButton(days=days, sure=True, number=number)
    yes = t.button("button-open-vote", data)
    back = t.button("button-back", PutToVoteButton())
    detail = t.button("button-poll-details", NewPollButton(chosen=True))
    return keyboard([[yes], [detail], [back, to_queue(t)]])


def to_queue(t: Texts) -> InlineKeyboardButton:
    """Return the way back to the queue."""
    return t.button("button-queue", QueueButton())


def back_to_queue(t: Texts) -> InlineKeyboardMarkup:
    """Return a keyboard with only the way back to the queue."""
    return keyboard([[to_queue(t)]])


def to_queued(application: Application, t: Texts) -> InlineKeyboardMarkup:
    """Return the way from a notice to its application."""
    data = QueuedButton(application_id=application.id)
    return keyboard([[t.button("button-open-application", data)]])


def to_reply(application: Application, t: Texts) -> InlineKeyboardMarkup:
    """Return the way from a question to its answer."""
    data = ReplyButton(application_id=application.id)
    return keyboard([[t.button("button-reply", data, "primary")]])
