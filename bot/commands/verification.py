"""The command verify: whether the record of the votes is intact, in plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.clock import SystemClock
from bot.commands.common import FAILED, ConfigOption, Screen, configured, console
from bot.commands.phrases import phrase_of

if TYPE_CHECKING:
    from bot.domain.polls.findings import Finding
    from bot.domain.polls.losses import Restoration
    from bot.domain.polls.seals import Fault, Head
    from bot.services.polls.verification import Verdict
    from handlers.ui.texts import Texts

HEAD = re.compile(r"([1-9][0-9]{0,17}):([0-9a-f]{16,64})")

HEAD_OPTION = typer.Option("--head", metavar="NUMBER:DIGEST")


def verify(
    poll: Annotated[int | None, typer.Argument()] = None,
    file: Annotated[Path | None, typer.Option("--file", metavar="FILE")] = None,
    head: Annotated[list[str] | None, HEAD_OPTION] = None,
    config: ConfigOption = None,
) -> None:
    """Check chains, seals, rolls and counts of the votes, and say in plain words what is found.

    The bot may run meanwhile. The exit code is 1 if something does not agree.
    """
    settings, screen = configured(config)
    from bot.domain.polls.polls import PollId  # noqa: PLC0415  only this command needs all that
    from bot.services.polls import verification  # noqa: PLC0415
    from handlers.ui.texts import Texts  # noqa: PLC0415
    from storage.engine.archives import opened  # noqa: PLC0415
    from storage.engine.reading import inspecting  # noqa: PLC0415

    known = [_known(one, screen) for one in head or ()]
    t = Texts(screen.language, settings.alliance.time_zone, SystemClock())
    path = settings.storage.path
    phrase = None if file is None else phrase_of(file, settings, screen)
    with (
        screen.explained(),
        opened(file or path, path, phrase) as plain,
        inspecting(plain) as found,
    ):
        stores, altered = found
        if poll is not None and not verification.is_known(stores, PollId(poll)):
            screen.refuse("verify-unknown", poll=str(poll))
        verdict = verification.verify(stores, None if poll is None else PollId(poll), known)
    _tell(verdict, known, altered, t)
    if altered or not verdict.holds:
        raise typer.Exit(FAILED)


def _known(head: str, screen: Screen) -> Head:
    """Return a head of the chain that was typed."""
    from bot.domain.polls.seals import Head  # noqa: PLC0415

    read = HEAD.fullmatch(head.strip().lower())
    if read is None:
        raise screen.misused("verify-head-wrong", "--head")
    return Head(int(read[1]), read[2])


def _tell(verdict: Verdict, known: Sequence[Head], altered: Sequence[str], t: Texts) -> None:
    screen = console()
    for fault in verdict.faults:
        screen.print(f"✗ {_fault(fault, t)}", style="red")
    for finding in verdict.findings:
        screen.print(f"✗ {_finding(finding, verdict, t)}", style="red")
    for name in altered:
        screen.print(f"✗ {t.plain('verify-altered', name=name)}", style="red")
    for restored in verdict.restored:
        screen.print(f"! {_restored(restored, t)}", style="yellow")
    if verdict.holds and not altered:
        polls, entries = len(verdict.questions), verdict.entries
        screen.print(f"✓ {t.plain('verify-holds', polls=polls, entries=entries)}", style="green")
    else:
        count = len(verdict.faults) + len(verdict.findings) + len(altered)
        screen.print(t.plain("verify-found", count=count))
    for poll in verdict.encrypted:
        screen.print(t.plain("verify-encrypted", poll=str(poll), question=verdict.questions[poll]))
    screen.print(t.plain("verify-head", head=str(verdict.head)))
    if not known:
        screen.print(t.plain("verify-head-advice"))


def _fault(fault: Fault, t: Texts) -> str:
    many = "yes" if fault.last > fault.first else "no"
    return t.plain(
        "verify-fault", damage=fault.damage, many=many, first=str(fault.first), last=str(fault.last)
    )


def _restored(restored: Restoration, t: Texts) -> str:
    polls = ", ".join(map(str, restored.polls))
    return t.plain(
        "verify-restored",
        entry=str(restored.number),
        at=restored.at,
        known="no" if restored.lost is None else "yes",
        lost=restored.lost or 0,
        polls=polls or "—",
    )


def _finding(finding: Finding, verdict: Verdict, t: Texts) -> str:
    question = verdict.questions.get(finding.poll, "")
    known = "none" if not finding.poll else "yes" if question else "no"
    poll = t.plain("verify-poll", poll=str(finding.poll), question=question, known=known)
    what = t.plain(
        "verify-mismatch",
        mismatch=finding.mismatch,
        entry=str(finding.entry or ""),
        placed="yes" if finding.entry else "no",
        voter=finding.voter,
        given="yes" if finding.voter else "no",
    )
    return f"{poll}: {what}"
