"""News of an application that has been overtaken are not sent."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.applications.applications import (
    OPEN,
    QUEUED,
    Application,
    ApplicationState,
    RemarkId,
)
from bot.domain.applications.ids import ApplicationId
from bot.domain.applications.notices import (
    AdmissionAnnounced,
    ApplicationAdmitted,
    ApplicationAsked,
    ApplicationDelayed,
    ApplicationPutToVote,
    ApplicationRefused,
    ApplicationReplied,
    ApplicationSent,
    ApplicationSubject,
    ApplicationWithdrawn,
)
from bot.domain.people.members import MemberId

ONE = ApplicationId(1)
APPLICATION = Application(
    id=ONE, applicant=MemberId(7), sent_at=datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
)
ALWAYS = frozenset(ApplicationState)


@pytest.mark.parametrize(
    ("subject", "states"),
    [
        (ApplicationSent(ONE), OPEN),
        (ApplicationReplied(ONE, RemarkId(1)), OPEN),
        (ApplicationAsked(ONE, RemarkId(1)), {ApplicationState.ASKED}),
        (ApplicationPutToVote(ONE), {ApplicationState.VOTING}),
        (ApplicationDelayed(ONE), QUEUED),
        (ApplicationWithdrawn(ONE, voting=False), ALWAYS),
        (ApplicationAdmitted(ONE, joined=True), ALWAYS),
        (ApplicationRefused(ONE), ALWAYS),
        (AdmissionAnnounced(ONE), ALWAYS),
    ],
)
def test_a_notice_is_sent_while_it_says_how_things_stand(
    subject: ApplicationSubject, states: frozenset[ApplicationState]
) -> None:
    stands = {one: replace(APPLICATION, state=one) for one in ApplicationState}
    assert {one for one, found in stands.items() if subject.concerns(found)} == states
