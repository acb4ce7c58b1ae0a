"""What is said of applications, each in the state in which there is something to say."""

from dataclasses import replace
from typing import Any

from bot.domain.applications.applications import ApplicationState
from bot.domain.applications.details import Details
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
    ApplicationWithdrawn,
    QueueChanged,
    Votes,
)
from storage.stores import Stores
from tests import polling
from tests.samples.people import DAY, GROUP, HOUR, MARIA, NOW, OLGA, Sample
from tests.samples.polls import poll_of

EARLIER = NOW - HOUR / 2
DETAILS = Details(
    ogrn="1026605400007",
    name="Автономная некоммерческая организация «Ночлег»",
    short_name="АНО «Ночлег»",
    municipality="Ревда",
    leader="Мария Белова",
    position="директор",
    phone="+79123456789",
    email="dom@example.org",
    about="Помогаем <бездомным>.",
)


def of_applications(tx: Stores) -> list[Sample]:
    sent = _application(tx, ApplicationState.SUBMITTED, "6671993451")
    asked = _application(tx, ApplicationState.ASKED, "6671993452")
    withdrawn = _application(tx, ApplicationState.WITHDRAWN, "6671993453", decided_at=NOW)
    poll = poll_of(tx, polling.a_motion(question="Приём", closes_at=NOW + DAY))
    voting = _application(tx, ApplicationState.VOTING, "6671993454", poll=poll)
    admitted = _application(tx, ApplicationState.ADMITTED, "6671993455", decided_at=NOW, poll=poll)
    voted_down = _application(tx, ApplicationState.REFUSED, "6671993456", decided_at=NOW, poll=poll)
    refused = _application(
        tx, ApplicationState.REFUSED, "6671993457", decided_at=NOW, reason="Нет <устава>"
    )
    question = _remark(tx, asked, "Пришлите, пожалуйста, <устав>.")
    answer = _remark(tx, sent, "Устав <прилагаю>.")
    return [
        Sample(ApplicationSent(sent), OLGA),
        Sample(ApplicationAsked(asked, question), MARIA),
        Sample(ApplicationReplied(sent, answer), OLGA),
        Sample(ApplicationWithdrawn(withdrawn, voting=False), OLGA),
        Sample(QueueChanged(NOW - HOUR), OLGA),
        Sample(ApplicationPutToVote(voting), MARIA),
        Sample(ApplicationDelayed(sent), MARIA),
        Sample(ApplicationAdmitted(admitted, joined=True), MARIA),
        Sample(ApplicationAdmitted(admitted, joined=False), MARIA, note="elsewhere"),
        Sample(ApplicationRefused(voted_down, Votes(2, 5, 1)), MARIA),
        Sample(ApplicationRefused(refused), MARIA, note="by the secretary"),
        Sample(AdmissionAnnounced(admitted), GROUP),
    ]


def _application(tx: Stores, state: ApplicationState, inn: str, **changes: Any) -> ApplicationId:
    """Write an application of Maria's down; each is of another organisation."""
    application = tx.applications.add(MARIA, EARLIER)
    found = tx.applications.get(application)
    assert found is not None
    details = replace(DETAILS, inn=inn)
    tx.applications.save(
        replace(found, state=state, step=None, details=details, sent_at=EARLIER, **changes)
    )
    return application


def _remark(tx: Stores, application: ApplicationId, text: str) -> Any:
    tx.applications.add_remark(application, MARIA, text, NOW, by_applicant=True)
    return tx.applications.remarks(application)[-1].id
