"""Minutes are drawn up in the chat, looked at, issued for good, and fetched again as they were."""

import asyncio
import io
from datetime import timedelta
from hashlib import sha256

import docx
import pytest
from pypdf import PdfReader

from bot.domain.minutes.plans import IssuedMinutes, MinutesId
from bot.domain.people.members import MemberId
from bot.domain.polls.plans import Mode
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from handlers.minutes.callbacks import AddendumButton, MinutesButton, RegistrationButton, ScanButton
from handlers.polls.callbacks.poll_boards import PollBoardButton
from handlers.ui.callbacks import MinutesListButton, NewMinutesButton
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance
from tests.crashes import BROKEN, dies_after
from tests.handlers.events.forms.steps import wizards
from tests.handlers.polls.forms.balloting import MARIA, opened, votes
from tests.keyboards import callbacks, labels, taps_in_list

PLACE = "Екатеринбург, ул. <Ленина>, 1"


async def voted(
    alliance: Alliance, question: str = "Утвердить смету <2027>", **plan: object
) -> PollId:
    """Hold a vote in the council: four for, one against, who wants that on record."""
    poll = await opened(alliance, question=question, **plan)
    await votes(alliance, poll, "against", 5)
    await alliance.app.services.ballots.state(MemberId(5), poll, VoterId(5), "Дорого")
    await votes(alliance, poll, "for", 1, 2, 3, 4)
    return poll


async def changes(maria: Person, field: str) -> None:
    """Have the chair change a field of the minutes in the preview."""
    await maria.taps("Изменить…")
    await taps_in_list(maria, "Что изменить?", field)


async def draws_up(maria: Person, alliance: Alliance, step: str = "preview") -> PollId:
    """Go through the wizard, from the board of a poll, until it asks for `step`."""
    poll = await voted(alliance)
    await maria.forges(PollBoardButton(poll_id=poll).pack(), maria.chat()[1]["message_id"])
    await maria.sees(lambda m: "📄 Протокол" in labels(m))
    await maria.taps("📄 Протокол", message=maria.chat()[1])
    ticked = await maria.sees("Протокол каких голосований составляем?")
    assert any(label.startswith("✓") and "смету" in label for label in labels(ticked))
    if step == "polls":
        return poll
    await maria.taps("Готово")
    for name, question, answer in (
        ("place", "Где проходило заседание?", PLACE),
        ("starts", "Когда оно началось?", "00:00"),
        ("ends", "Когда оно закончилось?", "23:59"),
        ("convened", "Кто созвал заседание", "Совет, решение № 4"),
        ("notified", "Когда об этом сообщили участникам?", "20.11.2026"),
        ("materials", "Какие материалы получили участники?", "проект <сметы>"),
        ("counted", "Кто отвечал за подсчёт голосов?", "Анна, член Совета\nБорис, ревизор"),
        ("authority", "По каким документам они голосовали?", "протокол № 3"),
    ):
        await maria.sees(question)
        if step == name:
            return poll
        await maria.says(answer)
    await maria.sees("Протокол №\u00a01/")
    return poll


async def fills_in(maria: Person) -> None:
    """Answer the questions of the wizard, with the polls ticked."""
    await maria.sees("Протокол каких голосований")
    await maria.taps("Готово")
    for question, answer in (
        ("Где проходило", PLACE),
        ("Когда оно началось?", "00:00"),
        ("Когда оно закончилось?", "23:59"),
        ("Кто созвал", "Мария Орлова, председатель Совета"),
        ("Когда об этом сообщили", "20.11.2026"),
        ("Какие материалы", "нет"),
        ("Кто отвечал", "Пётр Климов, секретарь Совета"),
        ("По каким документам", "протокол № 3"),
    ):
        await maria.sees(question)
        await maria.says(answer)


async def issues(maria: Person) -> None:
    """Issue what is drafted, from the preview."""
    await maria.taps("Выпустить протокол")
    asked = (await maria.sees("Выпустить протокол №\u00a0"))["text"]
    assert "Изменить его будет нельзя" in asked
    await maria.taps("Да, выпустить")
    await maria.sees("Распечатайте его и подпишите")


async def issued(alliance: Alliance) -> list[IssuedMinutes]:
    """Return what lies in the archive, the newest first."""
    return await alliance.services.minutes.listed(MARIA)


def files(alliance: Alliance, person: Person, suffix: str) -> list[bytes]:
    """Return the files of this kind that a person was sent."""
    found = []
    for message in person.chat():
        document = message.get("document", {})
        if document.get("file_name", "").endswith(suffix):
            found.append(content(alliance, document["file_id"]))
    return found


def content(alliance: Alliance, file_id: str) -> bytes:
    """Return a file as the sandbox keeps it."""
    file = alliance.sandbox.world.files.get(file_id)
    assert file is not None
    return file.upload.data


async def test_minutes_are_drawn_up_issued_and_open_as_docx_and_pdf(
    alliance: Alliance, maria: Person
) -> None:
    await draws_up(maria, alliance)
    preview = (await maria.sees("Протокол №\u00a01/"))["text"]
    for line in (
        "1. Утвердить смету <2027>",
        f"📍 {PLACE}",
        "00:00",
        "23:59",
        "Председательствующий: Мария Орлова",
        "Секретарь: Пётр Климов",
        "Подсчёт: Анна и Борис",
        "Кто созвал: Совет, решение № 4. Участникам сообщили: ",
        "Материалы: проект <сметы>",
    ):
        assert line in preview
    assert await issued(alliance) == []
    await issues(maria)
    await maria.watches(lambda _: len(files(alliance, maria, ".docx")) == 1)

    (pdf,), (word,) = files(alliance, maria, ".pdf"), files(alliance, maria, ".docx")
    (kept,) = await issued(alliance)
    assert (sha256(pdf).hexdigest(), sha256(word).hexdigest()) == (kept.pdf_hash, kept.docx_hash)
    assert pdf.startswith(b"%PDF-")
    pages = PdfReader(io.BytesIO(pdf)).pages
    printed = "".join("".join(page.extract_text() for page in pages).split())
    written = docx.Document(io.BytesIO(word))
    words = " ".join(paragraph.text for paragraph in written.paragraphs)
    words += " ".join(cell.text for t in written.tables for row in t.rows for cell in row.cells)
    words = words.replace("\u00a0", " ")
    for said in (
        f"№ {kept.number}",
        "Утвердить смету <2027>",
        PLACE,
        "Мария Орлова",
        "Пётр Климов",
    ):
        assert said.replace(" ", "") in printed
        assert said in words
    caption = next(m for m in maria.chat() if "SHA-256" in m.get("caption", ""))["caption"]
    assert kept.pdf_hash in caption
    assert wizards(maria.chat()) == []


async def test_a_tap_that_is_answered_before_the_printing_is_answered_once(
    alliance: Alliance, maria: Person
) -> None:
    await draws_up(maria, alliance)
    await maria.taps("Посмотреть PDF")
    await maria.sees("Это черновик")
    await issues(maria)
    await maria.watches(lambda _: len(files(alliance, maria, ".docx")) == 1)
    assert not alliance.sandbox.journal.needless


async def test_a_draft_is_looked_at_as_pdf_before_it_is_issued(
    alliance: Alliance, maria: Person
) -> None:
    await draws_up(maria, alliance)
    await maria.taps("Посмотреть PDF")
    seen = await maria.sees("Это черновик")
    assert seen["document"]["file_name"].startswith("Черновик Протокол")
    assert await issued(alliance) == []
    await issues(maria)


async def test_the_secretary_fetches_minutes_again_byte_for_byte(
    alliance: Alliance, maria: Person
) -> None:
    await draws_up(maria, alliance)
    await issues(maria)
    await alliance.restarts()
    pyotr = alliance.sandbox.person(2)
    await pyotr.says("/polls")
    await pyotr.sees("Сейчас голосований нет")
    await pyotr.taps("Протоколы")
    listed = await pyotr.sees("В архиве 1 протокол.")
    await pyotr.taps("· Совет · Утвердить смету <2027>", message=listed)
    await pyotr.watches(lambda _: len(files(alliance, pyotr, ".docx")) == 1)
    assert files(alliance, pyotr, ".pdf") == files(alliance, maria, ".pdf")
    assert files(alliance, pyotr, ".docx") == files(alliance, maria, ".docx")
    await pyotr.taps("Назад", message=listed)
    await pyotr.sees("Сейчас голосований нет")


async def test_a_sitting_of_several_votes_has_one_document(
    alliance: Alliance, maria: Person
) -> None:
    await voted(alliance, "Принять Устав")
    await draws_up(maria, alliance, "polls")
    await maria.taps("Устав")
    await maria.sees(lambda m: sum(label.startswith("✓") for label in labels(m)) == 2)
    await maria.taps("Готово")
    await maria.sees("Где проходило заседание?")
    await maria.says("Дом НКО")
    await maria.sees("Когда оно началось?")
    await maria.taps("Как голосование")
    await maria.sees("Когда оно закончилось?")
    await maria.taps("Как голосование")
    await maria.sees("Кто созвал заседание")
    await maria.taps("Председатель")
    await maria.sees("Когда об этом сообщили")
    await maria.says("20.11.2026")
    await maria.sees("Какие материалы")
    await maria.taps("Материалов не было")
    await maria.sees("Кто отвечал за подсчёт голосов?")
    await maria.taps("Секретарь")
    await maria.sees("По каким документам")
    await maria.says("протокол № 3")
    preview = (await maria.sees("Протокол №\u00a01/"))["text"]
    assert "1. Принять Устав\n2. Утвердить смету <2027>" in preview
    assert "Подсчёт: Пётр Климов" in preview
    await issues(maria)
    (kept,) = await issued(alliance)
    assert len(kept.polls) == 2


async def test_of_a_vote_by_post_the_times_are_known(alliance: Alliance, maria: Person) -> None:
    poll = await voted(alliance, mode=Mode.CORRESPONDENCE)
    number = maria.chat()[1]["message_id"]
    await maria.forges(NewMinutesButton(poll_id=poll).pack(), number)
    await maria.sees("Протокол каких голосований")
    await maria.taps("Готово")
    await maria.sees("Где проходило заседание?")
    await maria.says("г. Екатеринбург")
    await maria.sees("Кто созвал заседание или объявил голосование?")
    await maria.taps("Председатель")
    await maria.sees("Когда об этом сообщили")
    await maria.taps("Когда открылось голосование")
    await maria.sees("Какие материалы")


@pytest.mark.parametrize(
    ("step", "typed", "refusal"),
    [
        ("place", "я" * 1000, "слишком длинное"),
        ("starts", "когда-нибудь", "Не получилось прочесть дату"),
        ("starts", "25:00", "Такого времени не бывает"),
        ("starts", "05.12.2020", "Не получилось прочесть дату"),
        ("ends", "завтра 10:00", "Этот день ещё не наступил"),
        ("counted", "я" * 201, "Слишком длинно"),
        ("counted", "Анна, директор\n, директор", "Назовите хотя бы одного человека"),
        ("counted", "Анна", "Допишите её через запятую: Анна"),
        ("convened", "я" * 501, "Слишком длинно"),
        ("notified", "давно", "Не получилось прочесть дату"),
        ("notified", "01.01.2099", "Этот день ещё не наступил"),
        ("materials", "я" * 501, "Слишком длинно"),
        ("authority", "протокол № 1\nпротокол № 2", "Не получилось прочесть"),
    ],
)
async def test_what_fits_no_minutes_is_refused_and_the_step_stays(
    alliance: Alliance, maria: Person, step: str, typed: str, refusal: str
) -> None:
    await draws_up(maria, alliance, step)
    question = wizards(maria.chat())[-1]["text"].splitlines()[0]
    await maria.says(typed)
    assert question in (await maria.sees(refusal))["text"]


async def test_times_that_are_reversed_are_shown_and_changed(
    alliance: Alliance, maria: Person
) -> None:
    await draws_up(maria, alliance)
    await changes(maria, "Окончание")
    await maria.sees("Когда оно закончилось?")
    await maria.says("01.01.2020 17:00")
    wrong = await maria.sees("Заседание закончилось раньше, чем началось")
    assert "Выпустить протокол" not in labels(wrong)
    await changes(maria, "Окончание")
    await maria.sees("Когда оно закончилось?")
    await maria.says("00:00")
    await maria.sees("Проверьте начало и окончание")
    await changes(maria, "Окончание")
    await maria.sees("Когда оно закончилось?")
    await maria.says("23:59")
    await maria.sees("Протокол №\u00a01/")


async def test_what_can_be_changed_is_listed_eight_a_page_and_a_made_up_page_breaks_nothing(
    alliance: Alliance, maria: Person
) -> None:
    await draws_up(maria, alliance)
    await maria.taps("Изменить…")
    first = await maria.sees("Что изменить?")
    assert sum(label.startswith("✏️") for label in labels(first)) == 8
    turn = next(data for data in callbacks(first) if data.endswith(":page:1"))
    for page in ("9", "-1", "999999", "x", ""):
        await maria.forges(turn.replace(":page:1", f":page:{page}"), first["message_id"])
    await maria.forges(turn.replace(":page:1", ":page:0"), first["message_id"])
    await maria.taps("›")
    second = await maria.sees(lambda message: "✏️ Полномочия" in labels(message))
    assert sum(label.startswith("✏️") for label in labels(second)) == 5
    await maria.taps("Назад")
    await maria.sees("Протокол №\u00a01/")


async def test_a_draft_survives_a_restart_and_is_offered_again(
    alliance: Alliance, maria: Person
) -> None:
    await maria.taps("Протоколы")
    await maria.sees("Протоколов пока нет")
    await maria.taps("Составить протокол")
    await maria.sees("Пока нет ни одного завершённого голосования")
    await maria.taps("✕ Не создавать")
    await maria.sees("Черновик удалён")
    await draws_up(maria, alliance, "starts")
    await alliance.restarts()
    await maria.says("18:00")
    await maria.sees("Когда оно закончилось?")
    await maria.taps("✕ Не создавать")
    await maria.sees(f"Удалить черновик {PLACE}?")
    await maria.taps("Продолжить")
    await maria.sees("Когда оно закончилось?")


async def test_taps_at_once_issue_one_document_and_two_people_get_two_numbers(
    alliance: Alliance, maria: Person
) -> None:
    poll = await draws_up(maria, alliance)
    await maria.taps("Выпустить протокол")
    asked = await maria.sees("Выпустить протокол №\u00a01/")
    data = next(data for data in callbacks(asked) if ":submit:" in data)
    await asyncio.gather(*(maria.forges(data, asked["message_id"]) for _ in range(4)))
    assert len(await issued(alliance)) == 1
    pyotr = alliance.sandbox.person(2)
    card = await pyotr.sees("Решение принято")
    await pyotr.forges(NewMinutesButton(poll_id=poll).pack(), card["message_id"])
    await fills_in(pyotr)
    preview = (await pyotr.sees("Протокол №\u00a02/"))["text"]
    assert "протокол уже выпущен: №\u00a01/" in preview
    await issues(pyotr)
    assert [one.number.number for one in await issued(alliance)] == [2, 1]


async def test_after_a_crash_minutes_are_issued_once(alliance: Alliance, maria: Person) -> None:
    await draws_up(maria, alliance)
    await maria.taps("Выпустить протокол")
    asked = await maria.sees("Выпустить протокол №\u00a01/")
    dies_after(alliance.services.minutes, "issue")
    await maria.taps("Да, выпустить", message=asked)
    await maria.sees(BROKEN)
    await maria.taps("Да, выпустить", message=asked)
    await maria.sees("Распечатайте его и подпишите")
    assert len(await issued(alliance)) == 1


async def test_who_does_not_preside_sees_no_minutes(alliance: Alliance, maria: Person) -> None:
    poll = await draws_up(maria, alliance)
    await issues(maria)
    anna = alliance.sandbox.person(3)
    card: Message = await anna.sees("Решение принято")
    for button in (
        MinutesListButton(),
        MinutesButton(minutes_id=MinutesId(1)),
        NewMinutesButton(),
        NewMinutesButton(poll_id=poll),
        ScanButton(minutes_id=MinutesId(1)),
        AddendumButton(minutes_id=MinutesId(1)),
        RegistrationButton(minutes_id=MinutesId(1)),
    ):
        answer = await anna.forges(button.pack(), card["message_id"])
        assert "председатель и секретарь" in (answer.text or "")
    answer = await maria.forges(
        MinutesButton(minutes_id=MinutesId(404)).pack(), maria.chat()[1]["message_id"]
    )
    assert "Такого протокола нет" in (answer.text or "")
    assert MinutesId(1) in {one.id for one in await issued(alliance)}


async def test_of_an_open_vote_there_are_no_minutes(alliance: Alliance, maria: Person) -> None:
    poll = await opened(alliance)
    number = maria.chat()[1]["message_id"]
    answer = await maria.forges(NewMinutesButton(poll_id=poll).pack(), number)
    assert "ещё не посчитано" in (answer.text or "")
    await alliance.goes_on(timedelta(days=4))
    await maria.forges(NewMinutesButton(poll_id=poll).pack(), number)
    await maria.sees("Протокол каких голосований")


async def test_minutes_wait_for_who_was_against_and_then_the_chair_is_told(
    alliance: Alliance, maria: Person
) -> None:
    poll = await opened(alliance, question="Утвердить смету")
    vera = alliance.sandbox.person(5)
    ballot = (await vera.sees("Началось голосование"))["message_id"]
    await votes(alliance, poll, "against", 5)
    await votes(alliance, poll, "for", 1, 2, 3, 4)
    number = maria.chat()[1]["message_id"]
    await maria.forges(PollBoardButton(poll_id=poll).pack(), number)
    await maria.sees("Протокол можно выпустить после ")
    offer = "В протокол могут записать, что вы против. Попросите об этом до "
    await vera.sees(lambda m: m["message_id"] == ballot and offer in m["text"])
    await maria.forges(NewMinutesButton(poll_id=poll).pack(), number)
    await fills_in(maria)
    waiting = await maria.sees("Выпустить его можно после ")
    assert "Выпустить протокол" not in labels(waiting)

    await alliance.goes_on(timedelta(hours=25))
    told = await maria.sees("Протокол можно выпускать.")
    await maria.taps("Составить протокол", message=told)
    await maria.sees("У вас остался черновик")
    await maria.taps("Продолжить")
    await issues(maria)

    after = await vera.sees(lambda m: m["message_id"] == ballot and "выпущен." in m["text"])
    assert "запишут в дополнение к нему" in after["text"]
    await alliance.app.services.ballots.state(MemberId(5), poll, VoterId(5), "Дорого")
    due = await maria.sees("К протоколу №\u00a01/")
    await maria.taps("Выпустить дополнение", message=due)
    await maria.watches(
        lambda _: sum("Дополнение. Выпущено" in m.get("caption", "") for m in maria.chat()) == 2
    )
    again = await maria.forges(callbacks(due)[0], due["message_id"])
    assert "Дополнять нечем" in (again.text or "")


async def test_the_course_of_the_vote_is_written_changed_and_taken_out_again(
    alliance: Alliance, maria: Person
) -> None:
    await draws_up(maria, alliance)
    await changes(maria, "Ход голосования")
    await maria.sees("Как проходило голосование?")
    await maria.says("я" * 3001)
    await maria.sees("Слишком длинно: ")
    await maria.says("Обсудили <смету>, затем голосовали.")
    await maria.sees("Ход голосования: Обсудили <смету>, затем голосовали.")
    await changes(maria, "Ход голосования")
    await maria.sees("Как проходило голосование?")
    await maria.taps("Убрать")
    preview = await maria.sees("Протокол №\u00a01/")
    assert "Ход голосования:" not in preview["text"]
    await changes(maria, "Ход голосования")
    await maria.sees("Как проходило голосование?")
    await maria.says("Спорили два часа.")
    await maria.sees("Ход голосования: Спорили")
    await issues(maria)
    await maria.watches(lambda _: len(files(alliance, maria, ".docx")) == 1)
    (word,) = files(alliance, maria, ".docx")
    words = [paragraph.text for paragraph in docx.Document(io.BytesIO(word)).paragraphs]
    assert words[words.index("Ход голосования") :][2] == "Спорили два часа."


async def test_a_question_that_is_no_decision_is_put_into_words_before_it_is_issued(
    alliance: Alliance, maria: Person
) -> None:
    poll = await voted(alliance, "Смета на <2027> год")
    await maria.forges(NewMinutesButton(poll_id=poll).pack(), maria.chat()[1]["message_id"])
    await fills_in(maria)
    wrong = await maria.sees("Что решили по вопросу\u00a01? «Смета на <2027> год»")
    assert "Выпустить протокол" not in labels(wrong)
    await changes(maria, "Решения")
    await maria.sees("Что именно решили?")
    await maria.says("2. Утвердить смету")
    await maria.sees("Не получилось понять, к какому вопросу")
    await maria.says("Утвердить смету на <2027> год.")
    await maria.sees("Решили: утвердить смету на <2027> год")
    await issues(maria)
    await maria.watches(lambda _: len(files(alliance, maria, ".docx")) == 1)
    (word,) = files(alliance, maria, ".docx")
    words = [paragraph.text for paragraph in docx.Document(io.BytesIO(word)).paragraphs]
    assert "Решили: утвердить смету на <2027> год." in [w.replace("\u00a0", " ") for w in words]


async def test_minutes_wait_for_the_documents_by_which_people_voted(
    alliance: Alliance, maria: Person
) -> None:
    await draws_up(maria, alliance, "authority")
    await maria.taps("Других документов нет")
    wrong = await maria.sees("По какому документу голосуют ")
    assert "Выпустить протокол" not in labels(wrong)
    await changes(maria, "Полномочия")
    await maria.sees("По каким документам")
    await maria.says("протокол № 3")
    await maria.sees("Протокол №\u00a01/")


async def test_of_a_vote_by_post_the_announced_end_cannot_be_changed(
    alliance: Alliance, maria: Person
) -> None:
    poll = await voted(alliance, mode=Mode.CORRESPONDENCE)
    await maria.forges(NewMinutesButton(poll_id=poll).pack(), maria.chat()[1]["message_id"])
    await maria.sees("Протокол каких голосований")
    await maria.taps("Готово")
    for question, answer in (
        ("Где проходило", PLACE),
        ("Кто созвал", "Совет"),
        ("Когда об этом сообщили", "20.11.2026"),
        ("Какие материалы", "нет"),
        ("Кто отвечал", "Пётр Климов, секретарь Совета"),
        ("По каким документам", "протокол № 3"),
    ):
        await maria.sees(question)
        await maria.says(answer)
    await maria.sees("Протокол №\u00a01/")
    await changes(maria, "Окончание")
    await maria.sees("Когда оно закончилось?")
    await maria.says("23:58")
    wrong = await maria.sees("Время должно совпадать с объявленным")
    assert "Выпустить протокол" not in labels(wrong)


async def test_the_signed_scan_is_filed_beside_the_minutes_and_handed_out_with_them(
    alliance: Alliance, maria: Person
) -> None:
    await draws_up(maria, alliance)
    await issues(maria)
    word = await maria.sees(lambda m: m.get("document", {}).get("file_name", "").endswith(".docx"))
    button = RegistrationButton(minutes_id=MinutesId(1)).pack()
    answer = await maria.forges(button, word["message_id"])
    assert "Зарегистрируйте изменения до" in (answer.text or "")
    await maria.taps("Приложить подписанный скан", message=word)
    await maria.sees("Пришлите подписанный скан протокола")
    await maria.sends_photo()
    await maria.sees("Отправьте его файлом, а не фотографией")
    await maria.sends_document("скан.txt", b"text")
    await maria.sees("Это не PDF и не картинка")
    scan = b"%PDF-1.4 signed"
    await maria.sends_document("скан.pdf", scan)
    filed = await maria.sees("Скан приложен к протоколу")
    assert sha256(scan).hexdigest() in filed["text"]

    pyotr = alliance.sandbox.person(2)
    await pyotr.says("/polls")
    await pyotr.sees("Сейчас голосований нет")
    await pyotr.taps("Протоколы")
    await pyotr.taps("· Совет · Утвердить", message=await pyotr.sees("В архиве 1 протокол."))
    handed = await pyotr.sees(lambda m: "Скан с подписями" in m.get("caption", ""))
    assert content(alliance, handed["document"]["file_id"]) == scan
