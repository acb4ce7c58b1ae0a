"""What a preset has settled is changed from the preview, and each rule says where it comes from."""

from datetime import timedelta

import pytest

from bot.domain.people.members import Role
from bot.domain.polls.majorities import Base, Bound, Share
from bot.domain.polls.materials import MaterialKind
from bot.domain.polls.omissions import Omission
from bot.domain.polls.plans import Mode, Secrecy
from bot.domain.polls.polls import PollState
from bot.domain.polls.voters import VoterId
from handlers.polls.callbacks.poll_boards import ChangePollButton, PollBoardButton
from sandbox.people import Person
from tests.alliance import Alliance
from tests.handlers.events.forms.steps import follows, in_three_days, only_one_wizard
from tests.handlers.polls.forms.balloting import (
    begins,
    drafts,
    is_ordinary,
    opened,
    opens,
    polls,
    stored,
)
from tests.keyboards import labels


async def sets(maria: Person, option: str, question: str) -> None:
    """Open an option's step from the preview."""
    await maria.taps("Ещё настройки")
    await maria.sees("Нажмите, что хотите изменить")
    if not offers(maria, option):
        await maria.taps("Ход голосования")
    await maria.taps(option)
    await maria.sees(question)


def offers(maria: Person, words: str) -> bool:
    """Tell whether the newest screen has such a button."""
    return any(words in label for label in labels(maria.chat()[-1]))


async def back(maria: Person) -> str:
    """Go back from the list of options, and return what the preview says."""
    if offers(maria, "‹ Назад"):
        await maria.taps("‹ Назад")
    await maria.taps("‹ К голосованию")
    return str((await maria.sees("Так это увидят голосующие"))["text"])


async def test_the_list_of_options_says_how_each_is_set(maria: Person) -> None:
    await drafts(maria)
    await maria.taps("Ещё настройки")
    text = (await maria.sees("Ещё настройки"))["text"]
    for line in (
        "Тайное или открытое: открытое",
        "Порядок: заочное",
        "Кворум: больше половины (7-ФЗ, ст. 29, п. 4)",
        "Большинство: больше половины от участвующих (воздержавшиеся считаются против) (ГК РФ, ",
        "Самоотвод: считаются участвующими (Устав)",
        "Кто голосует: весь совет",
        "Материалы: нет",
        "Напоминания: за 1 день и 3 часа",
        "Открытие: сразу",
        "Итоги: скрыты до окончания",
        "Завершение: как только проголосуют все",
        "Кому сообщим итоги: только тем, кто голосовал",
    ):
        assert line in text


async def test_no_list_of_options_has_more_than_eight_buttons_beside_the_way_back(
    maria: Person,
) -> None:
    await drafts(maria)
    await maria.taps("Ещё настройки")
    settings = await maria.sees("Нажмите, что хотите изменить")
    assert len(labels(settings)) - 1 <= 8
    await maria.taps("Ход голосования")
    course = await maria.sees(lambda m: "Материалы" in labels(m))
    assert len(labels(course)) - 1 <= 8


async def test_a_rule_that_no_preset_knows_asks_where_it_comes_from(
    alliance: Alliance, maria: Person
) -> None:
    await drafts(maria)
    await sets(maria, "Кворум", "Какой нужен кворум?")
    await maria.says("2/3")
    await maria.sees("Не получилось прочесть долю")
    await maria.says("больше 5/4")
    await maria.sees("Такой доли не бывает")
    await maria.says("не меньше 3/5")
    await maria.sees("Откуда взят такой кворум?")
    await maria.says("Устав, п. 6.3 <б>")
    await maria.sees("Кворум: не меньше 3/5 (Устав, п. 6.3 <б>)")
    await maria.taps("Большинство")
    await maria.sees("Какое нужно большинство?")
    await maria.taps("не меньше 2/3")
    await maria.sees("От кого считаем большинство?")
    await maria.taps("От всех, кто имеет право голоса")
    await maria.sees("Откуда взято такое большинство?")
    await maria.says("Устав, п. 6.4")
    await maria.sees("Большинство: не меньше 2/3 от всех, кто имеет право голоса (Устав, п. 6.4)")
    preview = await back(maria)
    assert "Из 5 голосов нужны 4 «за»; кворум\u00a0— 3." in preview
    assert "Воздержавшиеся и непроголосовавшие считаются против." in preview
    assert "Основание: Устав, п. 6.3 <б>; Устав, п. 6.4" in preview
    await opens(maria)
    (poll,) = await polls(alliance)
    assert poll.rules.quorum.share == Share(3, 5, Bound.AT_LEAST)
    assert (poll.rules.majority.share, poll.rules.majority.base) == (
        Share(2, 3, Bound.AT_LEAST),
        Base.ENTITLED,
    )
    assert poll.rules.quorum.clause == "Устав, п. 6.3 <б>"


async def test_a_rule_that_a_preset_knows_takes_its_clause_along(maria: Person) -> None:
    await drafts(maria)
    await sets(maria, "Большинство", "Какое нужно большинство?")
    await maria.taps("не меньше 2/3")
    await maria.sees("От кого считаем большинство?")
    await maria.taps("От участвующих")
    text = (await maria.sees("Нажмите, что хотите изменить"))["text"]
    assert "не меньше 2/3 от участвующих" in text
    assert text.startswith("⚠️ Вместе с правилом изменилось основание: Устав")
    assert (
        "Большинство: не меньше 2/3 от участвующих (воздержавшиеся считаются против) (Устав)"
        in (text)
    )


async def test_a_rule_without_a_clause_is_not_opened(alliance: Alliance, maria: Person) -> None:
    await drafts(maria)
    await sets(maria, "Самоотвод", "Как считать тех, кто заявил самоотвод?")
    await maria.taps("Большинство считать без них")
    await maria.sees("Откуда взято это правило о самоотводе?")
    await maria.taps("Назад")
    await maria.sees("Как считать тех, кто заявил самоотвод?")
    await maria.taps("Назад")
    await maria.sees("Самоотвод: большинство без них (не указано)")
    assert "Укажите, откуда взято правило" in await back(maria)
    await sets(maria, "Самоотвод", "Как считать")
    await maria.taps("Изменить основание")
    await maria.sees("Откуда взято это правило о самоотводе?")
    await maria.taps("Устав")
    await maria.sees("большинство без них (Устав)")
    await back(maria)
    await opens(maria)
    (poll,) = await polls(alliance)
    assert poll.rules.recusal.lowers_base


async def test_a_secret_vote_is_not_live(alliance: Alliance, maria: Person) -> None:
    await drafts(maria)
    await maria.taps("Ещё настройки")
    await maria.taps("Показывать итоги сразу")
    await maria.sees("Итоги: видны во время голосования")
    await maria.taps("Тайное или открытое")
    await maria.sees("Открыто или тайно?")
    await maria.taps("Тайно")
    text = (await maria.sees("Голосование теперь тайное"))["text"]
    assert "Итоги: скрыты до окончания" in text
    answer = await maria.taps("Показывать итоги сразу")
    assert "промежуточных итогов не бывает" in (answer.text or "")
    await back(maria)
    await opens(maria)
    (poll,) = await polls(alliance)
    assert (poll.secrecy, poll.live) == (Secrecy.SECRET, False)


async def test_what_the_highest_body_alone_decides_needs_a_clause_to_be_decided_by_post(
    maria: Person,
) -> None:
    await begins(maria, "Изменение устава")
    await maria.says("Устав в новой редакции")
    await maria.sees("До какого времени голосуем?")
    await maria.taps("Как обычно")
    await maria.sees("Голосовать пока некому")
    await sets(maria, "Порядок", "Как проходит голосование?")
    await maria.taps("Заочно")
    await maria.sees("Какой пункт устава разрешает решать это заочно?")
    await maria.says("Устав, п. 6.8")
    await maria.sees("Порядок: заочное")
    await maria.taps("К голосованию")
    assert "(заочное)" in (await maria.sees("Голосовать пока некому"))["text"]


async def test_a_meeting_from_afar_asks_for_its_clause_and_lasts_hours(
    alliance: Alliance, maria: Person
) -> None:
    await drafts(maria)
    await sets(maria, "Порядок", "Как проходит голосование?")
    await maria.taps("Дистанционно")
    await maria.sees("Какой пункт устава разрешает участвовать в заседании дистанционно?")
    await maria.says("Устав, п. 5.8")
    await maria.sees("Порядок: дистанционное")
    await maria.taps("К голосованию")
    await maria.sees("Дистанционное заседание длится не больше 12 часов.")
    await maria.taps("Срок")
    soon = alliance.clock.now() + timedelta(hours=3)
    await maria.says(f"{soon.astimezone(alliance.config.alliance.time_zone):%d.%m.%Y %H:%M}")
    assert "Устав, п. 5.8" in (await maria.sees("(дистанционное)"))["text"]


async def test_a_decision_of_the_council_is_put_to_a_vote_by_post_without_further_ado(
    alliance: Alliance, maria: Person
) -> None:
    await drafts(maria)
    await sets(maria, "Порядок", "Как проходит голосование?")
    await maria.taps("Заочно")
    await maria.sees("Порядок: заочное")
    await back(maria)
    await opens(maria)
    assert [poll.mode for poll in await polls(alliance)] == [Mode.CORRESPONDENCE]


async def test_files_are_attached_one_by_one_and_taken_off_again(
    alliance: Alliance, maria: Person
) -> None:
    await drafts(maria)
    await sets(maria, "Материалы", "Пришлите файлы")
    await maria.says("смета.pdf")
    await maria.sees("Ждём файл")
    await maria.sends_photo()
    await maria.sees("Сейчас: 1 файл")
    for number in range(1, 5):
        await maria.sends_document(f"Смета {number}.pdf", b"%PDF")
        await maria.sees(f"Сейчас: {number + 1} файл")
    await maria.sends_document("Лишний.pdf", b"%PDF")
    await maria.sees("Можно приложить не больше 5 файлов")
    await maria.taps("✕ Смета 2.pdf")
    await maria.sees("Сейчас: 4 файла")
    await maria.taps("Готово")
    await maria.sees("Материалы: 4 файла")
    assert "📎 4 файла" in await back(maria)
    await opens(maria)
    (poll,) = await polls(alliance)
    assert [(one.kind, one.name) for one in poll.materials] == [
        (MaterialKind.PHOTO, ""),
        (MaterialKind.DOCUMENT, "Смета 1.pdf"),
        (MaterialKind.DOCUMENT, "Смета 3.pdf"),
        (MaterialKind.DOCUMENT, "Смета 4.pdf"),
    ]


async def test_an_album_is_taken_whole_and_the_form_follows_it_once(
    alliance: Alliance, maria: Person
) -> None:
    await drafts(maria)
    await sets(maria, "Материалы", "Пришлите файлы")
    album = await maria.sends_album([("document", b"%PDF")] * 4)
    seen = await maria.sees("Сейчас: 4 файла")
    await only_one_wizard(maria)
    assert follows(album[-1], seen)
    await maria.sends_album([("document", b"%PDF")] * 2)
    await maria.sees("Можно приложить не больше 5 файлов")
    await maria.taps("Готово")
    await maria.sees("Материалы: 5 файлов")
    await back(maria)
    await opens(maria)
    (poll,) = await polls(alliance)
    assert len(poll.materials) == 5


async def test_voters_are_ticked_off_by_hand(alliance: Alliance, maria: Person) -> None:
    await drafts(maria)
    await sets(maria, "Кто голосует", "В совете сейчас 5 человек.")
    await maria.taps("✓ Борис")
    await maria.sees("Сейчас: по списку: 4 человека")
    await maria.says("вер")
    await maria.sees(lambda m: "✓ Вера" in labels(m) and "✓ Анна" not in labels(m))
    await maria.taps("✓ Вера")
    await maria.sees("Сейчас: по списку: 3 человека")
    await maria.taps("Показать весь список")
    await maria.sees(lambda m: "Борис" in labels(m) and "✓ Анна" in labels(m))
    await maria.taps("Готово")
    await maria.sees("Кто голосует: по списку: 3 человека")
    refused = await back(maria)
    assert "Чтобы кого-то оставить без бюллетеня, нужны пункт устава и причина" in refused
    assert "Открыть голосование" not in labels(maria.chat()[-1])
    await explains(maria)
    assert "Из 3 голосов нужны 2 «за»" in (preview := await back(maria))
    assert "Голосуют не все. Без бюллетеня: Борис; Вера (всего 2)." in preview
    assert "Основание: Устав, п. 4.7. Причина: приостановлено <членство>" in preview
    await opens(maria)
    (poll,) = await polls(alliance)
    assert poll.voters == (VoterId(1), VoterId(2), VoterId(3))
    await sets_everybody(maria)


async def test_a_secret_vote_of_fewer_than_five_warns_that_secrecy_is_thin(maria: Person) -> None:
    await drafts(maria)
    await sets(maria, "Тайное или открытое", "Открыто или тайно?")
    await maria.taps("Тайно")
    await maria.sees("Тайное или открытое: тайное")
    assert "Тайна здесь слабая" not in await back(maria)
    await sets(maria, "Кто голосует", "В совете")
    await maria.taps("✓ Борис")
    await maria.sees("Сейчас: по списку: 4 человека")
    await maria.taps("✓ Анна")
    await maria.sees("Сейчас: по списку: 3 человека")
    await maria.taps("Готово")
    await maria.sees("Кто голосует: по списку: 3 человека")
    await back(maria)
    await explains(maria)
    assert "Тайна здесь слабая: голосующих всего 3" in await back(maria)
    await maria.taps("Открыть голосование")
    await maria.sees("Тайна здесь слабая")


async def explains(maria: Person) -> None:
    """Say by which clause and for what reason not everybody votes."""
    await sets(maria, "Кто голосует", "Без бюллетеня можно оставить только по пункту устава")
    await maria.taps("Пункт устава и причина")
    await maria.sees("По какому пункту устава голосуют не все?")
    await maria.says("Устав, п. 4.7")
    await maria.sees("Почему эти участники не голосуют?")
    await maria.says("приостановлено <членство>")
    await maria.sees("Кто голосует: по списку: 3 человека")


async def sets_everybody(maria: Person) -> None:
    """Draft another poll with one voter fewer, and take that back."""
    await maria.says("/polls")
    await maria.sees("Ждёт вашего голоса")
    await drafts(maria, "Устав")
    await sets(maria, "Кто голосует", "В совете")
    await maria.taps("✓ Анна")
    await maria.sees("Сейчас: по списку: 4 человека")
    await maria.taps("Отметить всех")
    await maria.sees("Сейчас: весь совет")
    for name in ("Мария", "Пётр", "Анна", "Борис"):
        await maria.taps(f"✓ {name}")
    await maria.sees("Сейчас: по списку: 1 человек")
    await maria.taps("✓ Вера")
    await maria.sees("Отметьте хотя бы одну строчку")


async def test_reminders_and_switches_are_set(alliance: Alliance, maria: Person) -> None:
    await drafts(maria)
    await sets(maria, "Напоминания", "Когда напоминать?")
    configured = {"✓ 1 день", "✓ 3 часа", "✓ Как обычно", "1 час"}
    await maria.sees(lambda message: configured <= {*labels(message)})
    await maria.taps("3 часа")
    await maria.taps("1 час")
    await maria.sees("Сейчас: за 1 день и 1 час")
    await maria.taps("Готово")
    await maria.sees("Напоминания: за 1 день и 1 час")
    await maria.taps("Завершать только в срок")
    await maria.sees("Завершение: только в срок")
    await maria.taps("Итоги\u00a0— всем в альянсе")
    await maria.sees("Кому сообщим итоги: всем участникам альянса")
    preview = await back(maria)
    assert "📣 Об итогах узнают все участники альянса." in preview
    assert "Завершится раньше" not in preview
    await opens(maria)
    (poll,) = await polls(alliance)
    assert poll.leads == (timedelta(days=1), timedelta(hours=1))
    assert (poll.closes_when_all_voted, poll.tells_members) == (False, True)


async def schedules(alliance: Alliance, maria: Person) -> None:
    """Draft a poll that opens tomorrow and closes in three days."""
    await begins(maria)
    await maria.says("Смета")
    await is_ordinary(maria)
    await maria.sees("До какого времени голосуем?")
    await maria.says(f"{in_three_days(alliance, 'dd.MM.y')} 18:00")
    await maria.sees("Так это увидят голосующие")
    await sets(maria, "Открытие", "Когда открыть голосование?")
    await maria.says("завтра 9:00")
    await maria.sees("Нажмите, что хотите изменить")
    assert "Голосование начнётся" in await back(maria)
    await maria.taps("Запланировать")
    asked = (await maria.sees("Запланировать голосование?"))["text"]
    assert "До открытия всё можно изменить" in asked
    await maria.taps("Да, запланировать")
    await maria.sees("Голосование запланировано")


async def test_a_poll_opens_at_its_time_and_nobody_hears_of_it_before(
    alliance: Alliance, maria: Person
) -> None:
    await schedules(alliance, maria)
    (poll,) = await polls(alliance)
    assert poll.state is PollState.SCHEDULED
    anna = alliance.sandbox.person(3)
    assert anna.chat() == []
    await alliance.goes_on(timedelta(days=2))
    await anna.sees("Началось голосование")
    assert (await stored(alliance, poll.id)).state is PollState.OPEN


async def test_an_opening_after_the_close_is_refused(alliance: Alliance, maria: Person) -> None:
    await drafts(maria)
    await sets(maria, "Открытие", "Когда открыть голосование?")
    await maria.says(f"{alliance.clock.now() + timedelta(days=5):%d.%m.%Y} 9:00")
    await maria.sees("Голосование длится от 1 минуты до 90 дней")


async def test_a_scheduled_poll_is_changed_and_says_so_in_the_wizard(
    alliance: Alliance, maria: Person
) -> None:
    await schedules(alliance, maria)
    (poll,) = await polls(alliance)
    await maria.taps("К голосованию ›")
    await maria.sees("Голосование начнётся")
    await maria.taps("Изменить")
    preview = await maria.sees("Так это увидят голосующие")
    assert "Сохранить" in labels(preview)
    assert "Запланировать" not in labels(preview)
    await maria.taps("Вопрос")
    await maria.sees("Сейчас: Смета")
    await maria.says("Смета на 2028 год")
    await maria.sees("Так это увидят голосующие")
    await maria.taps("Ничего не менять")
    await maria.sees("Не сохранять изменения? Голосование Смета на 2028 год")
    await maria.taps("Продолжить")
    await maria.sees("Так это увидят голосующие")
    await maria.taps("Сохранить")
    await maria.sees("Изменения сохранены: Смета на 2028 год")
    changed = await stored(alliance, poll.id)
    assert (changed.question, changed.opens_at, changed.closes_at) == (
        "Смета на 2028 год",
        poll.opens_at,
        poll.closes_at,
    )


async def test_who_came_since_the_planning_has_a_ballot_after_a_change_of_something_else(
    alliance: Alliance, maria: Person
) -> None:
    members = await alliance.database.read(lambda tx: sorted(tx.members.holders(Role.COUNCIL)))
    voters = tuple(map(VoterId, members[:-1]))
    omission = Omission("Устав, п. 4.7", "приостановлены")
    opens_at = alliance.clock.now() + timedelta(hours=2)
    poll = await opened(alliance, opens_at=opens_at, voters=voters, omission=omission)
    owl = await alliance.knows(9, "Сова", Role.COUNCIL)
    await maria.forges(PollBoardButton(poll_id=poll).pack(), maria.chat()[1]["message_id"])
    await maria.sees("Голосование начнётся")
    await maria.taps("Изменить")
    await maria.sees("Так это увидят голосующие")
    await maria.taps("Вопрос")
    await maria.says("Смета на 2028 год")
    await maria.sees("Так это увидят голосующие")
    await maria.taps("Сохранить")
    await maria.sees("Изменения сохранены")
    changed = await stored(alliance, poll)
    assert [changed.leaves_out(VoterId(one)) for one in (members[-1], owl)] == [True, False]


async def test_what_has_opened_meanwhile_is_not_changed(alliance: Alliance, maria: Person) -> None:
    await schedules(alliance, maria)
    (poll,) = await polls(alliance)
    await maria.taps("К голосованию ›")
    await maria.sees("Голосование начнётся")
    await maria.taps("Изменить")
    await maria.sees("Так это увидят голосующие")
    await maria.taps("Вопрос")
    await maria.says("Другой вопрос")
    await maria.sees("Другой вопрос")
    await alliance.goes_on(timedelta(days=2))
    answer = await maria.taps("Сохранить")
    assert "уже идёт" in (answer.text or "")
    assert (await stored(alliance, poll.id)).question == "Смета"
    board = await maria.forges(
        ChangePollButton(poll_id=poll.id).pack(), maria.chat()[1]["message_id"]
    )
    assert "уже идёт" in (board.text or "")


@pytest.mark.parametrize("sure", [False, True])
async def test_an_unchanged_plan_is_left_alone(
    alliance: Alliance, maria: Person, sure: bool
) -> None:
    opens_at = alliance.clock.now() + timedelta(hours=2)
    poll = await opened(alliance, opens_at=opens_at)
    await maria.forges(PollBoardButton(poll_id=poll).pack(), maria.chat()[1]["message_id"])
    await maria.sees("Голосование начнётся")
    await maria.taps("Изменить")
    await maria.sees("Так это увидят голосующие")
    await maria.taps("Сохранить" if sure else "Ничего не менять")
    await maria.sees("Хорошо, ничего не меняем")
    assert (await stored(alliance, poll)).opens_at == opens_at
