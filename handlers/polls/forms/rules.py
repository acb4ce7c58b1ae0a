"""The steps that ask by which rules is counted; each rule says where it comes from."""

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from bot.domain.polls.majorities import (
    AT_LEAST_HALF,
    MORE_THAN_HALF,
    Base,
    Bound,
    Rules,
    Share,
    checked_clause,
)
from bot.domain.polls.plans import Mode, PollKind
from bot.domain.polls.shares import read_share
from handlers.forms.choices import Option, Options
from handlers.forms.desks import desk_of
from handlers.forms.flows import goer
from handlers.forms.inputs import Take
from handlers.forms.words import Label
from handlers.polls.forms.creation import Balloting, flow
from handlers.polls.forms.navigation import TO_SETTINGS, option_window, way_to
from handlers.polls.forms.plans import clause_for, known_clauses, share_in_draft, share_of
from handlers.polls.forms.values import share_words

SHARES = (
    MORE_THAN_HALF,
    AT_LEAST_HALF,
    Share(2, 3, Bound.AT_LEAST),
    Share(2, 3, Bound.MORE_THAN),
    Share(3, 4, Bound.AT_LEAST),
)
LOWERS = {"lowers": True, "counts": False}


def rule_windows() -> tuple[Window, ...]:
    """Return the steps; a rule that the alliance has no clause for asks for one."""
    return (
        _share_window("quorum"),
        _clause_window("quorum"),
        _share_window("majority"),
        option_window("base", Options("base", _bases, _take_base), way_to("majority")),
        _clause_window("majority"),
        option_window(
            "recusal",
            Options("recusal", _recusals, _take_recusal),
            _clause_button("recusal"),
            TO_SETTINGS,
        ),
        _clause_window("recusal"),
        option_window("mode", Options("mode", _modes, _take_mode), TO_SETTINGS),
        option_window(
            "correspondence",
            _clauses("correspondence"),
            way_to("mode"),
            take=_clause_taker("correspondence"),
        ),
    )


# --- quorum and majority ----------------------------------------------------------------------


def _share_window(rule: str) -> Window:
    async def shares(manager: DialogManager) -> list[Option]:
        t, chosen = desk_of(manager).t, manager.dialog_data[rule]
        offered = dict.fromkeys([share_of(chosen), *SHARES])
        return [
            Option(share_in_draft(share), share_words(share, t), share_in_draft(share) == chosen)
            for share in offered
        ]

    async def tapped(share: str, manager: DialogManager) -> None:
        await _take_share(rule, share, manager)

    async def typed(text: str, manager: DialogManager) -> None:
        await _take_share(rule, share_in_draft(read_share(text)), manager)

    return option_window(
        rule, Options(rule, shares, tapped), _clause_button(rule), TO_SETTINGS, take=typed
    )


def _clause_button(rule: str) -> Button:
    return Button(
        Label("poll-draft-another-clause"),
        id=f"clause_of_{rule}",
        on_click=goer(flow.state(f"{rule}_clause")),
    )


async def _take_share(rule: str, share: str, manager: DialogManager) -> None:
    """Take a threshold; of a majority it is asked of whom."""
    manager.dialog_data[rule] = share
    if rule == "majority":
        await manager.switch_to(Balloting.base)
    else:
        await _find_clause(rule, manager)


async def _bases(manager: DialogManager) -> list[Option]:
    t, chosen = desk_of(manager).t, manager.dialog_data["base"]
    return [
        Option(base, t.plain("poll-draft-base-choice", base=base), base == chosen) for base in Base
    ]


async def _take_base(base: str, manager: DialogManager) -> None:
    manager.dialog_data["base"] = base
    await _find_clause("majority", manager)


async def _recusals(manager: DialogManager) -> list[Option]:
    t, chosen = desk_of(manager).t, manager.dialog_data["recusal"]
    return [
        Option(name, t.plain("poll-draft-recusal-choice", effect=name), lowers == chosen)
        for name, lowers in LOWERS.items()
    ]


async def _take_recusal(name: str, manager: DialogManager) -> None:
    manager.dialog_data["recusal"] = LOWERS[name]
    await _find_clause("recusal", manager)


# --- where a rule comes from ------------------------------------------------------------------


async def _find_clause(rule: str, manager: DialogManager) -> None:
    """Take the clause of the alliance's own rule that says the same, or ask for one."""
    draft = manager.dialog_data
    clause = clause_for(rule, draft, await _known_rules(manager))
    draft[f"{rule}_clause"] = clause
    await manager.switch_to(Balloting.settings if clause else flow.state(f"{rule}_clause"))


async def _known_rules(manager: DialogManager) -> list[Rules]:
    desk = desk_of(manager)
    return [preset.rules for preset in await desk.polls.presets(desk.member.id)]


def _clause_window(rule: str) -> Window:
    name = f"{rule}_clause"
    return option_window(name, _clauses(rule), way_to(rule), take=_clause_taker(name))


def _clauses(rule: str) -> Options:
    """Offer where the alliance's own rules of this name come from."""
    name = rule if rule == "correspondence" else f"{rule}_clause"

    async def clauses(manager: DialogManager) -> list[Option]:
        chosen = manager.dialog_data.get(name)
        known = known_clauses(rule, await _known_rules(manager))
        return [Option(f"{n}", clause, clause == chosen) for n, clause in enumerate(known)]

    async def tapped(number: str, manager: DialogManager) -> None:
        known = known_clauses(rule, await _known_rules(manager))
        await flow.settle(manager, **{name: known[int(number)]})

    return Options(name, clauses, tapped)


def _clause_taker(name: str) -> Take:
    async def take(text: str, manager: DialogManager) -> None:
        await flow.settle(manager, **{name: checked_clause(text)})

    return take


# --- how people take part ---------------------------------------------------------------------


async def _modes(manager: DialogManager) -> list[Option]:
    t, chosen = desk_of(manager).t, manager.dialog_data["mode"]
    return [
        Option(mode, t.plain("poll-draft-mode-choice", mode=mode), mode == chosen) for mode in Mode
    ]


async def _take_mode(mode: str, manager: DialogManager) -> None:
    """Take how people take part; what the highest body alone decides needs a clause for that."""
    draft = manager.dialog_data
    draft["mode"] = mode
    exclusive = draft["exclusive"] or draft["kind"] == PollKind.ELECTION
    asks = mode == Mode.CORRESPONDENCE and exclusive and not draft["correspondence"]
    await manager.switch_to(Balloting.correspondence if asks else Balloting.settings)
