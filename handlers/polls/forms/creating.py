"""The form that opens a poll."""

from bot.domain.polls.majorities import Base, checked_clause
from bot.domain.polls.omissions import checked_omission_reason
from bot.domain.polls.plans import Mode, PollKind, Secrecy, checked_question, checked_seats
from handlers.forms.fields import Number, Text
from handlers.forms.form import Form
from handlers.forms.lists import Switch
from handlers.forms.materials import Materials
from handlers.polls.forms import rules
from handlers.polls.forms.candidates import ApplicationsField, CandidatesField, FoundPeople
from handlers.polls.forms.endings import unchanged
from handlers.polls.forms.fields import ClosingField, PresetField, Question
from handlers.polls.forms.options import Live, Opening, PollLeads, SecrecyField, secrecies
from handlers.polls.forms.plans import PollDraft
from handlers.polls.forms.previews import PollForm, confirm, preview, submit
from handlers.polls.forms.values import VALUES
from handlers.polls.forms.voters import OmissionClause, Voters


def _is_motion(form: PollForm) -> bool:
    return form.draft.kind is PollKind.MOTION


def _has_candidates(form: PollForm) -> bool:
    return form.draft.kind is not PollKind.MOTION


def _has_seats(form: PollForm) -> bool:
    return form.draft.kind is PollKind.ELECTION


COURSE = "course"
"""The group of options about the course of a poll, not about its rules."""

POLL = Form(
    name="poll",
    draft=PollDraft,
    title="question",
    texts="poll-draft",
    lists="poll",
    unchanged="poll-draft-leaving-changes",
    fields=(
        PresetField("preset"),
        Question("question", checked_question),
        rules.CompetenceField(
            "exclusive", rules.competences, rules.EXCLUSIVE.__getitem__, when=_is_motion
        ),
        CandidatesField("candidates", keep=False, when=_has_candidates),
        Number("seats", checked_seats, presets=(1, 3, 5, 7), when=_has_seats),
        ClosingField("closes_at", key="day", another=True),
    ),
    options=(
        SecrecyField("secrecy", secrecies, Secrecy),
        rules.ModeField("mode", rules.modes, Mode),
        rules.Threshold("quorum"),
        rules.Threshold("majority"),
        rules.Rule("recusal", rules.recusals, rules.LOWERS.__getitem__),
        Voters("voters"),
        Materials("materials", group=COURSE),
        PollLeads("leads", width=2, group=COURSE),
        Opening("opens_at", key="opening", another=True, group=COURSE),
        Live("live"),
        Switch("all_voted", group=COURSE),
        Switch("tells", group=COURSE),
    ),
    parts=(
        ApplicationsField("applications", parent="candidates", keep=False),
        FoundPeople("people", parent="candidates", keep=False),
        rules.BaseField("base", rules.bases, Base, parent="majority"),
        rules.Clause("quorum_clause", parent="quorum"),
        rules.Clause("majority_clause", parent="majority"),
        rules.Clause("recusal_clause", parent="recusal"),
        rules.Clause("correspondence", parent="mode"),
        rules.Clause("remote", parent="mode"),
        rules.Clause("competence", parent="exclusive"),
        OmissionClause("omission_clause", checked_clause, parent="voters", keep=False),
        Text("omission_reason", checked_omission_reason, parent="voters", keep=False),
    ),
    values=VALUES,
    preview=preview,
    confirm=confirm,
    submit=submit,
    discard=unchanged,
)
