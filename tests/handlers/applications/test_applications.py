"""An organisation applies in the private chat; the secretary reads, asks and refuses."""

import re
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.applications.details import Step
from bot.domain.applications.ids import ApplicationId
from bot.domain.people.members import Role, TelegramId
from handlers.applications.callbacks import (
    ApplicationButton,
    ApplyConsentButton,
    AskApplicantButton,
    ChooseApplicationButton,
    GiveUpButton,
    NewApplicationButton,
    QueuedButton,
    RefuseApplicationButton,
    ReplyButton,
    SendApplicationButton,
    SkipButton,
    StepButton,
)
from handlers.ui.callbacks import QueueButton, ViewApplicationButton
from sandbox.chats import Message
from sandbox.faults import Fault
from sandbox.people import Person
from sandbox.views import text_of
from storage.stores import Stores
from tests.alliance import Alliance
from tests.applicants import (
    INN,
    OGRN,
    OTHER_INN,
    OTHER_OGRN,
    application_of,
    applies,
    consents,
    corrects,
    fills_in,
    has_secretary,
)
from tests.crashes import BROKEN, dies_after
from tests.keyboards import labels
from tests.people import consented

NASTY = "<b>Дом</b> & " + "🎄" * 40


def has_grown(messages: int, chat: list[Message]) -> bool:
    return len(chat) == messages


async def opens_queue(sofia: Person, title: str = "Тёплый дом") -> Message:
    """Have the secretary open an application from /manage."""
    await sofia.says("/manage")
    await sofia.sees("В работе")
    await sofia.taps(title)
    return await sofia.sees(lambda message: "Отклонить" in str(message.get("reply_markup")))


# --- applying -------------------------------------------------------------------------------------


async def test_a_stranger_applies_from_the_welcome_to_the_secretary(alliance: Alliance) -> None:
    sofia = await has_secretary(alliance)
    masha = await consents(alliance)
    await fills_in(masha)
    whole = await masha.sees("Всё верно?")
    said = (
        "ИНН: 6671993453\n"
        "ОГРН: 1026605400007\n"
        "Название: Автономная некоммерческая организация «Тёплый дом»\n"
        "Коротко: АНО «Тёплый дом»\n"
        "Где работает: Ревда\n"
        "Руководитель: Мария Петровна Белова\n"
        "Должность: директор\n"
        "Телефон: +79123456789\n"
        "Почта: dom@example.org\n"
        "Чем занимается: Помогаем бездомным: ночлег, врач, документы."
    )
    assert whole["text"] == (
        "Всё верно? Если да, отправьте заявку. Если нет, поправьте ответ.\n\n" + said
    )

    await masha.taps("Отправить заявку")

    await masha.sees("Секретарь совета получил заявку. Появится вопрос или решение — напишем сюда.")
    news = await sofia.sees("Новая заявка в альянс")
    assert news["text"] == f"📨 Новая заявка в альянс\n\n{said}\n\n🕓 На рассмотрении."
    await masha.says("/start")
    await masha.sees("вы здесь гость")
    await masha.taps("Заявка организации")
    await masha.sees("🕓 На рассмотрении.")


async def test_after_a_crash_the_consent_is_given_again_and_the_first_question_asked(
    alliance: Alliance,
) -> None:
    masha = alliance.sandbox.add_person(55, "Маша", language_code="ru")
    await masha.says("/start")
    await masha.sees("Подайте заявку")
    await masha.taps("Подать заявку")
    asked = await masha.sees(lambda one: any("оглас" in label for label in labels(one)))
    consent = next(one for one in labels(asked) if "оглас" in one)
    dies_after(alliance.services.applications, "enter")
    assert BROKEN in ((await masha.taps(consent, message=asked)).text or "")

    await masha.taps(consent, message=asked)

    await masha.sees("Вопрос 1")
    people = await alliance.database.read(lambda tx: tx.members.all())
    assert [one.name for one in people if one.telegram_id == 55] == ["Маша"]


async def test_nothing_is_kept_of_who_does_not_consent(alliance: Alliance) -> None:
    masha = alliance.sandbox.add_person(77, "Маша", language_code="ru")
    await masha.says("/start")
    welcome = await masha.sees("Подайте заявку")
    await masha.taps("Подать заявку")
    request = await masha.sees("согласие на обработку персональных данных")
    assert request["message_id"] != welcome["message_id"], "the consent is a message of its own"
    assert "Здравствуйте, Маша!" in request["text"]

    await masha.taps("Назад")
    await masha.sees("заявку можно подать в любой день")
    for data in (
        NewApplicationButton().pack(),
        StepButton(application_id=ApplicationId(1), step=Step.INN).pack(),
        QueueButton().pack(),
    ):
        assert "Вы ещё не с нами" in ((await masha.forges(data, request["message_id"])).text or "")
    assert (await masha.forges(ApplyConsentButton(version=2).pack(), request["message_id"])).text

    assert await alliance.services.members.recognise(TelegramId(77)) is None


async def test_a_guest_of_an_event_is_asked_for_the_consent_to_an_application(
    alliance: Alliance,
) -> None:
    def enter(tx: Stores) -> None:
        guest = tx.members.add_guest("Гина")
        consented(tx, guest, alliance.clock.now(), telegram_id=77)

    gina = alliance.sandbox.add_person(77, "Гина", language_code="ru", started=True)
    await alliance.database.write(enter)
    await gina.says("/start")
    welcome = await gina.sees("вы здесь гость")
    refused = await gina.forges(NewApplicationButton().pack(), welcome["message_id"])
    assert "Сначала нужно ваше согласие" in (refused.text or "")
    await gina.taps("Заявка организации")
    await gina.sees("Чтобы рассмотреть заявку вашей организации")
    await gina.taps("Даю согласие")
    await gina.sees("Вопрос 1 из 12")


async def test_english_speakers_are_asked_in_english(alliance: Alliance) -> None:
    mary = alliance.sandbox.add_person(77, "Mary", language_code="en")
    await mary.says("/start")
    await mary.sees("Apply, and the council will consider it")
    await mary.taps("Apply to join")
    await mary.sees("consent to the processing of your personal data")
    await mary.taps("consent")
    await mary.sees("Question 1 of 12")
    await mary.says("12")
    await mary.sees("This does not look like an organisation’s ИНН")


async def test_wrong_answers_get_a_kind_sentence_and_the_draft_stays(alliance: Alliance) -> None:
    masha = await consents(alliance)
    for wrong, words in (
        ("6671993454", "Это не похоже на ИНН организации"),
        ("500100732259", "Это ИНН человека"),
        ("ё" * 4000, "Это не похоже на ИНН"),
    ):
        await masha.says(wrong)
        await masha.sees(words)
    await masha.sends_photo()
    await masha.sees("Ответьте, пожалуйста, словами")
    await masha.says("/инн")
    await masha.sees("Этого бот не понимает")
    await masha.says(INN)
    await masha.sees("Какой ОГРН у организации")

    assert (await application_of(alliance)).details.inn == INN


async def test_what_is_typed_quickly_is_answered_in_its_order(alliance: Alliance) -> None:
    masha = await consents(alliance)
    alliance.sandbox.faults.add(Fault("latency", "sendMessage", times=1, seconds=0.2))
    await masha.says(INN)
    await masha.says(OGRN)

    await masha.watches(lambda chat: len(questions(chat)) == 3)

    assert questions(masha.chat()) == ["Вопрос 1", "Вопрос 2", "Вопрос 3"]


def questions(chat: list[Message]) -> list[str]:
    return [found[0] for one in chat if (found := re.search(r"Вопрос \d+", text_of(one)))]


async def test_a_draft_survives_a_restart_a_day_and_other_errands(alliance: Alliance) -> None:
    masha = await consents(alliance)
    await masha.says(INN)
    await masha.sees("Какой ОГРН у организации")
    await alliance.restarts()
    await alliance.goes_on(timedelta(days=1))
    await masha.says("/events")
    await masha.sees("Сейчас событий для вас нет")

    await masha.says("1026605400007")

    await masha.sees("по уставу")
    await masha.taps("Продолжу позже")
    await masha.sees("черновик подождёт")
    await masha.says("Тёплый дом")
    await masha.sees("Этого бот не понимает")
    await masha.taps("Заявка организации")
    await masha.sees("по уставу")
    await masha.says("Тёплый дом")
    await masha.sees("короткое название")


async def test_one_goes_back_to_an_earlier_question_and_keeps_the_later_answers(
    alliance: Alliance,
) -> None:
    masha = await consents(alliance)
    await masha.says(INN)
    await masha.sees("Какой ОГРН у организации")
    await masha.taps("Назад")
    await masha.sees(f"Сейчас записано: {INN}")
    await masha.says(OTHER_INN)
    await masha.watches(lambda chat: "ОГРН" in text_of(chat[-1]))

    assert (await application_of(alliance)).details.inn == OTHER_INN


async def test_an_answer_is_changed_from_the_review(alliance: Alliance) -> None:
    masha = await consents(alliance)
    await fills_in(masha)
    await corrects(masha, "Представитель")
    await masha.sees("Руководитель — это вы?")
    await masha.says(NASTY)
    whole = await masha.watches(
        lambda chat: chat[-1] if "Всё верно?" in text_of(chat[-1]) else None
    )
    assert f"Представитель: {NASTY}" in whole["text"]
    await corrects(masha, "Телефон")
    await masha.sees("Сейчас записано: +79123456789")
    await masha.taps("Назад")
    await masha.sees("Всё верно?")

    assert (await application_of(alliance)).details.representative == NASTY


async def test_a_shared_contact_answers_the_question_for_the_phone(alliance: Alliance) -> None:
    masha = await consents(alliance)
    await fills_in(masha)
    await corrects(masha, "Телефон")
    await masha.sees("пришлите контакт")
    await masha.sends_contact("79220000001")
    await masha.sees("Телефон: +79220000001")


async def test_files_are_pictures_and_documents_five_at_most(alliance: Alliance) -> None:
    masha = await consents(alliance)
    await fills_in(masha)
    await corrects(masha, "Файлы")
    await masha.sees("Приложите, если хотите")
    await masha.sends_sticker()
    await masha.sees("только фотографию или документ")
    await masha.says("вот")
    for number in range(4):
        await masha.sends_document(f"Устав {number}.pdf", b"%PDF")
        await masha.sees(f"Приложен{'' if number == 0 else 'о'} {number + 1} файл")
    await masha.sends_photo()
    await masha.sees("Приложено 5 файлов")
    await masha.sends_photo()
    await masha.sees("К заявке можно приложить 5 файлов, больше не поместится.")
    await masha.taps("✕ Устав 1.pdf")
    await masha.sees("Приложено 4 файла")
    await masha.taps("Готово, дальше")
    await masha.sees("Файлов: 4")

    names = [file.name for file in (await application_of(alliance)).files]
    assert names == ["Устав 0.pdf", "Устав 2.pdf", "Устав 3.pdf", ""]


async def test_of_two_applications_of_one_organisation_the_secretary_is_warned(
    alliance: Alliance,
) -> None:
    sofia = await has_secretary(alliance)
    await applies(alliance, 78)
    await applies(alliance)

    await sofia.says("/manage")
    await sofia.sees("В работе 2 заявки")
    await sofia.taps("⚠️ 🕓 АНО «Тёплый дом»")

    await sofia.sees("⚠️ От этой организации есть ещё 1 заявка. Проверьте, кто вправе")
    assert sum("Новая заявка в альянс" in text_of(said) for said in sofia.chat()) == 1
    await alliance.goes_on(timedelta(hours=1))
    gathered = await sofia.sees("Заявки за последний час")
    assert "Сейчас в работе: 2" in gathered["text"]
    await sofia.taps("Заявки", message=gathered)
    await sofia.sees("В работе 2 заявки")


async def test_the_longest_answers_fit_into_one_message(alliance: Alliance) -> None:
    sofia = await has_secretary(alliance)
    masha = await consents(alliance)
    await fills_in(masha)
    for title, longest in (
        ("Название", "🎄" * 300),
        ("Коротко", "🎄" * 100),
        ("Где работает", "🎄" * 100),
        ("Руководитель", "🎄" * 200),
        ("Должность", "🎄" * 200),
        ("Представитель", "🎄" * 200),
        ("Чем занимается", "🎄" * 1000),
    ):
        there = len(masha.chat())
        await corrects(masha, title)
        await masha.says(longest)
        await masha.watches(partial(has_grown, there + 2))
    await masha.taps("Отправить заявку")
    await masha.sees("Секретарь совета получил заявку")
    await sofia.sees("Новая заявка в альянс")
    await sofia.taps("Открыть заявку")
    await sofia.sees(lambda message: "Отклонить" in str(message.get("reply_markup")))
    await sofia.taps("Заявки")
    await sofia.sees("В работе 1 заявка")


# --- the secretary --------------------------------------------------------------------------------


async def test_the_secretary_asks_and_the_answer_comes_back_with_a_file(alliance: Alliance) -> None:
    sofia = await has_secretary(alliance)
    masha = await applies(alliance)
    await opens_queue(sofia)
    await sofia.taps("Спросить")
    await sofia.sees("О чём спросить? АНО «Тёплый дом»")
    await sofia.says("Пришлите, пожалуйста, <устав> & отчёт")
    await sofia.sees("Вопрос отправлен: АНО «Тёплый дом». Ответ придёт сюда.")

    asked = await masha.sees("Вопрос из совета о вашей заявке, АНО «Тёплый дом»:")
    assert "Пришлите, пожалуйста, <устав> & отчёт" in asked["text"]
    await masha.taps("Ответить")
    await masha.sees("Напишите ответ одним сообщением")
    await masha.sends_sticker()
    await masha.sees("Так ответить не получится")
    await masha.sends_document("Устав.pdf", b"%PDF", "Вот устав")
    await masha.sees("Передали секретарю")
    await masha.says("Отчёт будет завтра")

    await sofia.sees("Ответ по заявке организации АНО «Тёплый дом»:\n\nВот устав")
    await sofia.sees("Отчёт будет завтра")
    await sofia.taps("Открыть заявку")
    card = await sofia.sees("Файлов: 1")
    assert "❓ Вопрос: Пришлите, пожалуйста, <устав> & отчёт" in card["text"]
    assert "💬 Ответ: Вот устав" in card["text"]
    assert "🕓 На рассмотрении." in card["text"]
    await sofia.taps("Посмотреть файлы")
    await sofia.sees(lambda message: "document" in message)


async def test_after_a_crash_a_question_typed_again_reaches_the_applicant_once(
    alliance: Alliance,
) -> None:
    sofia = await has_secretary(alliance)
    masha = await applies(alliance)
    await opens_queue(sofia)
    await sofia.taps("Спросить")
    await sofia.sees("О чём спросить? АНО «Тёплый дом»")
    dies_after(alliance.services.application_queue, "ask")
    await sofia.says("Где устав?")
    await sofia.sees(BROKEN)

    await sofia.says("Где устав?")

    await sofia.sees("Этого бот не понимает")
    await masha.sees("Где устав?")
    assert len([one for one in masha.chat() if "Где устав?" in one.get("text", "")]) == 1


async def test_the_secretary_refuses_with_a_reason_and_the_data_can_be_erased(
    alliance: Alliance,
) -> None:
    sofia = await has_secretary(alliance)
    masha = await applies(alliance)
    await opens_queue(sofia)
    await sofia.taps("Отклонить")
    await sofia.sees("Почему АНО «Тёплый дом» получает отказ без голосования?")
    await sofia.says("Организация работает в другой области.")
    await sofia.sees("Заявка отклонена: АНО «Тёплый дом». Причину мы передали.")

    news = await masha.sees("пришлось отклонить")
    assert news["text"] == (
        "Заявку организации АНО «Тёплый дом» пришлось отклонить.\n\n"
        "Причина: Организация работает в другой области.\n\n"
        "Если это можно поправить, подайте новую заявку. Спасибо за интерес к альянсу!"
    )
    await masha.taps("Заявка организации")
    await masha.sees("❌ Отклонена: Организация работает в другой области.")
    await masha.taps("Стереть данные")
    await masha.sees("Стереть данные заявки")
    await masha.taps("Да, стереть")
    await masha.sees("Готово, данные стёрты")
    assert (await application_of(alliance)).details.leader == ""


async def test_an_applicant_withdraws_and_applies_again(alliance: Alliance) -> None:
    sofia = await has_secretary(alliance)
    masha = await applies(alliance)
    await masha.taps("Отозвать заявку")
    await masha.sees("Отозвать заявку «АНО «Тёплый дом»»?")
    await masha.taps("Назад")
    await masha.sees("🕓 На рассмотрении.")
    await masha.taps("Отозвать заявку")
    await masha.sees("Отозвать заявку «")
    await masha.taps("Да, отозвать")
    await masha.sees("Заявка отозвана, данные стёрты")
    await sofia.sees("Заявку организации АНО «Тёплый дом» отозвали.")
    await sofia.says("/manage")
    await sofia.sees("Заявок сейчас нет. Появится новая — напишем.")

    await masha.taps("Заявка организации")
    await masha.sees("↩️ Отозвана.")
    await masha.taps("Подать новую заявку")
    await masha.sees("Какой у организации ИНН?")


async def test_two_applications_of_one_person_are_listed(alliance: Alliance) -> None:
    await has_secretary(alliance)
    masha = await applies(alliance)
    await masha.taps("Подать новую заявку")
    await masha.sees("Вопрос 1 из 12")
    await fills_in(masha, inn=OTHER_INN, ogrn=OTHER_OGRN)
    await masha.taps("Отправить заявку")
    await masha.watches(lambda chat: "Секретарь совета получил" in text_of(chat[-1]))
    await masha.says("/start")
    await masha.sees("вы здесь гость")
    await masha.taps("Заявка организации")
    listed = await masha.sees("Вот ваши заявки.")
    assert labels(listed) == [*["🕓 АНО «Тёплый дом»"] * 2, "Подать новую заявку"]
    await masha.taps("🕓 АНО «Тёплый дом»", message=listed)
    await masha.sees("🕓 На рассмотрении.")


async def test_a_secretary_who_organises_nothing_is_shown_the_way_to_the_queue(
    alliance: Alliance,
) -> None:
    sofia = await has_secretary(alliance)
    await sofia.says("/help")
    await sofia.sees("/manage — заявки организаций: прочитать, спросить, поставить на голосование")
    await sofia.says("/me")
    await sofia.sees("секретарь совета")
    await sofia.taps("Язык")
    await sofia.sees("На каком языке")
    await sofia.taps("Русский")
    await sofia.sees("секретарь совета")
    calls = await sofia.watches(
        lambda _: alliance.sandbox.journal.read(method="setMyCommands")[3:] or None
    )
    assert "manage" in str(calls[-1]["params"])


async def test_an_organiser_who_presides_finds_the_queue_beside_the_events(
    alliance: Alliance,
) -> None:
    olga = await alliance.has(1, "Ольга", Role.ORGANISER, Role.CHAIR)
    await olga.says("/manage")
    await olga.sees("Создадим первое событие?")
    await olga.taps("Заявки")
    await olga.sees("Заявок сейчас нет")


# --- old buttons, double taps, forgeries ----------------------------------------------------------


async def test_a_second_tap_sends_nothing_twice(alliance: Alliance) -> None:
    sofia = await has_secretary(alliance)
    masha = await consents(alliance)
    await fills_in(masha)
    whole = await masha.sees("Всё верно?")
    data = SendApplicationButton(application_id=ApplicationId(1)).pack()
    for _ in range(2):
        await masha.forges(data, whole["message_id"])
    await sofia.sees("Новая заявка")
    await alliance.goes_on(timedelta(minutes=1))

    assert sum("Новая заявка" in text_of(said) for said in sofia.chat()) == 1


@pytest.mark.parametrize("name", ["step", "skip", "discard"])
async def test_the_buttons_of_a_draft_say_that_it_has_been_sent(
    alliance: Alliance, name: str
) -> None:
    await has_secretary(alliance)
    masha = await applies(alliance)
    data = {
        "step": StepButton(application_id=ApplicationId(1), step=Step.INN).pack(),
        "skip": SkipButton(application_id=ApplicationId(1), step=Step.EMAIL).pack(),
        "discard": GiveUpButton(application_id=ApplicationId(1), act="discard", sure=True).pack(),
    }[name]

    answer = await masha.forges(data, masha.chat()[-1]["message_id"])

    assert "Заявка уже отправлена" in (answer.text or "")


async def test_forged_buttons_show_a_stranger_and_a_member_nothing(alliance: Alliance) -> None:
    await has_secretary(alliance)
    await applies(alliance)
    boris = await alliance.has(2, "Борис", Role.COUNCIL)
    await boris.says("/start")
    welcome = await boris.sees("Добро пожаловать")
    presiding = (
        QueueButton().pack(),
        QueuedButton(application_id=ApplicationId(1)).pack(),
        AskApplicantButton(application_id=ApplicationId(1)).pack(),
        RefuseApplicationButton(application_id=ApplicationId(1)).pack(),
        ChooseApplicationButton(application_id=ApplicationId(1), chosen=True).pack(),
    )
    own = (
        ApplicationButton(application_id=ApplicationId(1)).pack(),
        ViewApplicationButton(application_id=ApplicationId(1)).pack(),
        ReplyButton(application_id=ApplicationId(1)).pack(),
        GiveUpButton(application_id=ApplicationId(1), act="withdraw", sure=True).pack(),
        SendApplicationButton(application_id=ApplicationId(1)).pack(),
    )
    for data in presiding:
        answer = await boris.forges(data, welcome["message_id"])
        assert "председатель и секретарь" in (answer.text or "")
    for data in own:
        answer = await boris.forges(data, welcome["message_id"])
        assert "Такой заявки нет" in (answer.text or "")
    unknown = await boris.forges("aend:1:burn:1", welcome["message_id"])
    assert unknown.show_alert

    assert (await application_of(alliance)).is_queued
