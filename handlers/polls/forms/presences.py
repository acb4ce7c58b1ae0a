"""The attendance step of closing a poll at a meeting, where people who do not vote count too."""

from dataclasses import dataclass, field

from bot.domain.people.members import Member
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ChoiceGone
from bot.services.polls.electorates import Attendance, Electorates
from handlers.forms.context import Filling
from handlers.forms.lists import Option, require_offered, turn_page
from handlers.forms.people import Searched, is_called, search_of
from handlers.ui.buttons import Row


async def attendance_of(form: Filling, electorates: Electorates, member: Member) -> Attendance:
    """Return the voters of the form's poll, and who checked in."""
    return await electorates.attendance(member.id, PollId(form.concerned))


def present_of(form: Filling, attendance: Attendance) -> set[VoterId]:
    """Return who is present: the ticked voters, and those who took part."""
    ticked = set(form.draft.present or ())
    return {one.id for one in attendance.voters if one.certain or one.id in ticked}


@dataclass(eq=False)
class PresentVoters(Searched):
    """The voters present: ticked one by one, all at once, or all who checked in at an event."""

    many: bool = field(default=True, kw_only=True)

    async def question(self, form: Filling) -> str:
        """Tell how many are ticked."""
        attendance: Attendance = await form.call(attendance_of)
        present, entitled = len(present_of(form, attendance)), len(attendance.voters)
        return form.words("present", present=present, entitled=entitled)

    async def offered(self, form: Filling) -> list[Option]:
        """Return the voters who match the query; those present are marked."""
        attendance: Attendance = await form.call(attendance_of)
        present = present_of(form, attendance)
        return [
            Option(
                f"{one.id}",
                form.label("present-voter", name=one.name, holder=one.holder, by=bool(one.holder)),
                one.id in present,
            )
            for one in attendance.voters
            if is_called(one.name, form)
        ]

    async def below(self, form: Filling) -> list[Row]:
        """Return the buttons that tick many at once, and the one that accepts the list."""
        attendance: Attendance = await form.call(attendance_of)
        doors = [
            [form.button(form.label("present-door", title=one.title), "door", f"{one.event}")]
            for one in attendance.checked_in
        ]
        every = [form.button(form.label("present-all"), "all")]
        whole = [form.button(form.label("present-whole-list"), "whole")] if search_of(form) else []
        done = [form.button(form.t.plain("wizard-done"), "done")]
        return [*doors, every, whole, done]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Tick somebody or many at once, or accept the list."""
        turn_page(form, key, value)
        attendance: Attendance = await form.call(attendance_of)
        match key:
            case "pick":
                require_offered(value, await self.offered(form))
                self._toggle(form, attendance, VoterId(int(value)))
            case "all":
                self._tick(form, {one.id for one in attendance.voters})
            case "door":
                self._tick(form, _noted(attendance, value))
            case "whole":
                form.shown.pop("search", None)
            case "done":
                await self.take(form, tuple(sorted(present_of(form, attendance))))

    def _toggle(self, form: Filling, attendance: Attendance, voter: VoterId) -> None:
        if any(one.certain and one.id == voter for one in attendance.voters):
            form.note("poll-present-certain")
            return
        form.draft.present = tuple(sorted({*(form.draft.present or ())} ^ {voter}))

    def _tick(self, form: Filling, voters: set[VoterId]) -> None:
        form.draft.present = tuple(sorted(voters.union(form.draft.present or ())))


def _noted(attendance: Attendance, event: str) -> set[VoterId]:
    """Return who checked in at an event; refuse an event that is not offered."""
    found = next((one for one in attendance.checked_in if f"{one.event}" == event), None)
    if found is None:
        raise ChoiceGone
    return set(found.voters)
