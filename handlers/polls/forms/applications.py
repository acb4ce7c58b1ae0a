"""The step that takes applications from the queue as candidates."""

from aiogram_dialog import DialogManager, Window

from handlers.forms.choices import Option, Options, still_there
from handlers.forms.desks import Desk, desk_of
from handlers.forms.inputs import Typed
from handlers.forms.words import Say, window
from handlers.polls.forms.creation import Balloting
from handlers.polls.forms.navigation import way_to
from handlers.polls.forms.plans import candidates_of, put_candidates, with_candidate


def applications_window() -> Window:
    """Return the step."""
    return window(
        Balloting.applications,
        Say("poll-draft-applications"),
        Options("waiting", waiting, _toggle),
        way_to("candidates"),
        Typed("wizard-tap-expected"),
    )


async def waiting(manager: DialogManager) -> list[Option]:
    """Return the applications that wait in the queue, those that are put to the vote marked."""
    desk = desk_of(manager)
    standing = {one.application for one in candidates_of(manager.dialog_data)}
    queue = await desk.application_queue.waiting(desk.member.id)
    return [
        Option(f"{one.id}", one.details.display_name, one.id in standing)
        for one in (card.application for card in queue.cards)
        if one.is_queued or one.id in standing
    ]


async def _toggle(number: str, manager: DialogManager) -> None:
    draft = manager.dialog_data
    option = still_there(next((one for one in await waiting(manager) if one.id == number), None))
    if option.chosen:
        put_candidates(draft, [one for one in draft["candidates"] if one[2] != int(number)])
    else:
        put_candidates(draft, with_candidate(draft, option.words, application=int(number)))


async def chosen(desk: Desk) -> list[list[object]]:
    """Return what was chosen in the queue, as the candidates of a draft."""
    queue = await desk.application_queue.waiting(desk.member.id)
    return [
        [number, one.details.display_name, one.id, None]
        for number, one in enumerate(queue.chosen, 1)
    ]
