"""Applications of the queue are put to the vote: from the wizard, or chosen in the queue."""

from bot.domain.applications.applications import ApplicationState
from handlers.ui.callbacks import NewPollButton
from sandbox.people import Person
from tests.alliance import Alliance
from tests.applicants import OTHER_INN, OTHER_OGRN, application_of, applies
from tests.handlers.polls.forms.balloting import ADMISSION, begins, opens, polls
from tests.keyboards import labels

NAME = "АНО «Тёплый дом»"


async def test_an_application_and_a_typed_name_stand_side_by_side(
    alliance: Alliance, maria: Person
) -> None:
    await applies(alliance)
    await begins(maria, ADMISSION)
    await maria.taps("О приёме в члены альянса")
    await maria.sees("Кого принимаем?")
    await maria.taps("Из заявок · 1")
    await maria.sees("Какие заявки выносим?")
    await maria.taps(NAME)
    await maria.sees(lambda m: f"✓ {NAME}" in labels(m))
    await maria.taps(f"✓ {NAME}")
    await maria.sees(lambda m: NAME in labels(m))
    await maria.taps(NAME)
    await maria.taps("Назад")
    await maria.sees("В списке 1 кандидат.")
    await maria.says("Фонд «Луч»")
    await maria.sees("В списке 2 кандидата.")
    await maria.taps("Готово")
    await maria.sees("До какого времени голосуем?")
    await maria.taps("Как обычно")
    await maria.sees("Так это увидят голосующие")
    await opens(maria)
    (poll,) = await polls(alliance)
    application = await application_of(alliance)
    assert [(one.name, one.application) for one in poll.candidates] == [
        (NAME, application.id),
        ("Фонд «Луч»", None),
    ]
    assert application.state is ApplicationState.VOTING


async def test_what_was_chosen_in_the_queue_is_set_up_in_detail(
    alliance: Alliance, maria: Person
) -> None:
    await applies(alliance)
    await applies(alliance, 78, inn=OTHER_INN, ogrn=OTHER_OGRN)
    application = await application_of(alliance)
    (chair,) = await alliance.database.read(
        lambda tx: [one.id for one in tx.members.all() if one.name == "Мария Орлова"]
    )
    await alliance.services.application_queue.choose(chair, application.id, chosen=True)
    number = maria.chat()[1]["message_id"]
    await maria.forges(NewPollButton(chosen=True).pack(), number)
    await maria.sees("О чём голосуем?")
    await maria.taps("О приёме в члены альянса")
    await maria.sees("До какого времени голосуем?")
    await maria.taps("Как обычно")
    assert f"1. {NAME}" in (await maria.sees("Так это увидят голосующие"))["text"]
    await opens(maria)
    (poll,) = await polls(alliance)
    assert [one.application for one in poll.candidates] == [application.id]


async def test_an_application_that_was_withdrawn_meanwhile_is_not_put_to_the_vote(
    alliance: Alliance, maria: Person
) -> None:
    masha = await applies(alliance)
    await begins(maria, ADMISSION)
    await maria.taps("О приёме в члены альянса")
    await maria.sees("Кого принимаем?")
    await maria.taps("Из заявок · 1")
    await maria.sees("Какие заявки выносим?")
    await maria.taps(NAME)
    await maria.taps("Назад")
    await maria.sees("В списке 1 кандидат.")
    await maria.taps("Готово")
    await maria.sees("До какого времени голосуем?")
    await maria.taps("Как обычно")
    await maria.sees("Так это увидят голосующие")
    application = await application_of(alliance)
    assert masha.id == 77
    member = application.applicant
    assert member is not None
    await alliance.services.applications.withdraw(member, application.id)
    await maria.taps("Открыть голосование")
    await maria.sees("Открыть голосование?")
    answer = await maria.taps("Да, открыть")
    assert answer.show_alert
    assert await polls(alliance) == []


async def test_who_presides_finds_the_votes_under_manage_too(
    alliance: Alliance, maria: Person
) -> None:
    said = await maria.says("/manage")
    desk = await maria.sees(lambda m: m["message_id"] > said["message_id"])
    assert "➕ Новое голосование" in labels(desk)
    assert "📄 Протоколы" in labels(desk)
    ivan = await alliance.has(9, "Иван")
    await ivan.says("/manage")
    assert not any("Новое голосование" in label for m in ivan.chat() for label in labels(m))
