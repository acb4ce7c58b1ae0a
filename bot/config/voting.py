"""The section of config.toml with the alliance's voting rules, from its charter."""

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)

from bot.config import values
from bot.domain.polls.majorities import (
    AT_LEAST_TWO_THIRDS,
    MORE_THAN_HALF,
    Base,
    Majority,
    Quorum,
    Recusal,
    Rules,
)
from bot.domain.polls.plans import LONGEST, SEATS_LIMIT, SHORTEST, Body, Mode, PollKind, Secrecy
from bot.domain.polls.presets import Preset

FEDERAL = "7-ФЗ, ст. 29, п. 4"
"""The quorum of the general meeting."""

CHARTER = "Устав"
"""The source of rules that the law leaves to the charter: a qualified majority, recusals."""

COMPETENCE = "7-ФЗ, ст. 29, п. 3"
"""The clause about the exclusive competence of the highest body."""

Title = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=60, pattern=r"^[^\p{Cc}]+$"),
    Field(description="remedy-title"),
]
BodyName = Annotated[Literal["council", "general"], Field(description="remedy-body")]
SecrecyName = Annotated[Literal["named", "secret"], Field(description="remedy-secrecy")]
ModeName = Annotated[
    Literal["meeting", "remote", "correspondence"], Field(description="remedy-voting-mode")
]
MajorityRule = Annotated[values.MajorityRule, Field(description="remedy-majority")]
Clause = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Duration = Annotated[
    values.Duration, Field(ge=SHORTEST, le=LONGEST, description="remedy-duration-up-to 3d 90")
]
YesOrNo = Annotated[bool, Field(description="remedy-true-or-false")]


class Section(BaseModel):
    """A section of config.toml; each key's description names its remedy, with examples for it."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class VotingWay(Section):
    """The rules for one kind of question; the classes below have the defaults of each."""

    title: Title = "Вопрос"
    body: BodyName = "council"
    secrecy: SecrecyName = "named"
    mode: ModeName = "correspondence"
    quorum: values.QuorumRule = Field(
        default=Quorum(MORE_THAN_HALF, FEDERAL), description="remedy-quorum"
    )
    majority: MajorityRule = Majority(MORE_THAN_HALF, Base.PARTICIPANTS, "ГК РФ, ст. 181.2, п. 1")
    duration: Duration = timedelta(days=3)
    live: bool = Field(default=False, validate_default=True, description="remedy-live")
    closes_when_all_voted: YesOrNo = True
    tells_members: YesOrNo = False

    @field_validator("live")
    @classmethod
    def _secret_is_not_live(cls, live: bool, others: ValidationInfo) -> bool:  # noqa: FBT001  pydantic's call
        if live and others.data.get("secrecy") == "secret":
            raise values.BadValue("config-secret-live")
        return live


class AdmissionPreset(VotingWay):
    """The admission of new member organisations."""

    title: Title = "Приём в альянс"


class ExclusivePreset(VotingWay):
    """Decisions of the highest body alone (7-ФЗ ст. 29 п. 3–4)."""

    body: BodyName = "general"
    mode: ModeName = "meeting"
    majority: MajorityRule = Majority(AT_LEAST_TWO_THIRDS, Base.PARTICIPANTS, CHARTER)
    duration: Duration = Field(
        default=timedelta(hours=3), description="remedy-duration-up-to 3h 90"
    )
    tells_members: YesOrNo = True
    competence: Clause = Field(default=COMPETENCE, description="remedy-competence")


class ElectionPreset(ExclusivePreset):
    """Elections to the council."""

    title: Title = "Выборы в совет"
    secrecy: SecrecyName = "secret"
    seats: Annotated[values.Whole, Field(ge=1, le=SEATS_LIMIT)] = Field(
        default=5, description=f"remedy-whole 1 {SEATS_LIMIT}"
    )


class Charter(ExclusivePreset):
    """The charter and other decisions of the highest body alone."""

    title: Title = "Изменение устава"


class Voting(Section):
    """How the alliance votes. The defaults are the law's rules, as far as the bot knows them.

    The law names no share for a qualified majority (7-ФЗ 29 п. 4), and 7-ФЗ 27 covers transactions
    only: for both the charter is cited. The ban on votes by correspondence was read in a secondary
    source. So each can be set, with its clause.
    """

    last_call: Annotated[values.Duration | None, values.Blank] = Field(
        default=timedelta(minutes=30), description="remedy-duration-or-none 30m"
    )
    statements_for: Annotated[values.Duration, Field(le=timedelta(days=30))] = Field(
        default=timedelta(hours=24), description="remedy-duration-up-to 24h 30"
    )
    minutes_within: Annotated[values.Duration, Field(le=timedelta(days=90))] = Field(
        default=timedelta(days=3), description="remedy-duration-up-to 3d 90"
    )
    recusal: values.RecusalRule = Field(
        default=Recusal(lowers_base=False, clause=CHARTER), description="remedy-recusal"
    )
    correspondence: Annotated[Clause | None, values.Blank] = Field(
        default=None, description="remedy-charter-clause 5.9"
    )
    remote: Annotated[Clause | None, values.Blank] = Field(
        default=None, description="remedy-charter-clause 5.8"
    )
    council_proxies: Annotated[Clause | None, values.Blank] = Field(
        default=None, description="remedy-charter-clause 6.8"
    )
    proxies_per_holder: Annotated[Annotated[values.Whole, Field(ge=1)] | None, values.Blank] = (
        Field(default=3, description="remedy-whole-or-none")
    )
    announce_admissions: tuple[Literal["group", "channel"], ...] = Field(
        default=("group", "channel"), description="remedy-admissions"
    )
    motion: VotingWay = VotingWay()
    admission: AdmissionPreset = AdmissionPreset()
    election: ElectionPreset = ElectionPreset()
    charter: Charter = Charter()

    @property
    def presets(self) -> tuple[Preset, ...]:
        """Return the presets that a chair can choose from."""
        return (
            self._preset("motion", PollKind.MOTION, self.motion),
            self._preset("admission", PollKind.ADMISSION, self.admission),
            self._preset("election", PollKind.ELECTION, self.election),
            self._preset("charter", PollKind.MOTION, self.charter),
        )

    def _preset(self, name: str, kind: PollKind, way: VotingWay) -> Preset:
        rules = Rules(
            way.quorum,
            way.majority,
            self.recusal,
            correspondence=self.correspondence or "",
            competence=_competence(way),
            remote=self.remote or "",
            council_proxies=self.council_proxies or "",
        )
        return Preset(
            name=name,
            title=way.title,
            kind=kind,
            body=Body(way.body),
            secrecy=Secrecy(way.secrecy),
            mode=Mode(way.mode),
            rules=rules,
            duration=way.duration,
            live=way.live,
            closes_when_all_voted=way.closes_when_all_voted,
            exclusive=isinstance(way, ExclusivePreset),
            tells_members=way.tells_members,
            elects_council=isinstance(way, ElectionPreset),
            seats=way.seats if isinstance(way, ElectionPreset) else 1,
        )


def _competence(way: VotingWay) -> str:
    """Return the clause by which only the highest body decides this question, if any."""
    return way.competence if isinstance(way, ExclusivePreset) else ""
