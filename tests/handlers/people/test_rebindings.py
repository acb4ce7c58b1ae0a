"""Another account takes a person over: those who preside are told, and confirm or reject it."""

import pytest

from bot.domain.people.invitations import PREFIX, Authority, Invitation, hash_of, new_token
from bot.domain.people.members import Role, TelegramId
from bot.domain.people.rebindings import RebindingId
from handlers.people.callbacks import BlockedButton, RebindingButton
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance

VERA = TelegramId(5)


async def is_taken_over(alliance: Alliance) -> Person:
    """Have Vera of the council lose her account, and come in by another one."""
    await alliance.services.members.note_reachable(VERA, reachable=False)
    token = new_token()

    def invite(tx: Stores) -> None:
        vera = tx.members.by_telegram(VERA)
        assert vera is not None
        until = alliance.clock.now().replace(year=alliance.clock.now().year + 1)
        tx.invitations.add(
            Invitation(hash_of(token), vera.id, until, authority=Authority.ADMINISTRATOR)
        )

    await alliance.database.write(invite)
    new = alliance.sandbox.add_person(55, "Вера", started=True)
    await new.says(f"/start {PREFIX}{token}")
    await new.sees("согласие на обработку персональных данных")
    await new.taps("Даю согласие")
    await new.sees("На каком языке")
    return new


@pytest.fixture
async def chair(alliance: Alliance) -> Person:
    chair = await alliance.has(1, "Пётр", Role.CHAIR)
    await alliance.has(VERA, "Вера <b>", Role.COUNCIL)
    return chair


async def test_the_chair_confirms_a_new_account_and_the_person_hears_of_it(
    alliance: Alliance, chair: Person
) -> None:
    administrator = await alliance.has(2, "Админ", Role.ADMINISTRATOR)
    new = await is_taken_over(alliance)
    await administrator.sees("Решает председатель или секретарь")
    news = await chair.sees("Вера <b> теперь в боте с другого аккаунта")
    assert "Позвоните и спросите" in news["text"]
    forged = RebindingButton(rebinding_id=RebindingId(1), confirmed=True).pack()
    answer = await administrator.forges(forged, administrator.chat()[-1]["message_id"])
    assert "подтверждает председатель или секретарь" in (answer.text or "")

    await chair.taps("Подтвердить")

    await chair.sees("Аккаунт подтверждён: Вера <b>")
    await new.sees("Ваш новый аккаунт подтвердили")


async def test_a_rejected_account_is_disconnected_and_the_former_one_hears_what_happened(
    alliance: Alliance, chair: Person
) -> None:
    new = await is_taken_over(alliance)
    await chair.sees("теперь в боте с другого аккаунта")

    await chair.taps("Отклонить")

    await chair.sees("Аккаунт отключён: Вера <b>")
    await new.says("/me")
    await new.sees("Вы ещё не с нами")
    former = alliance.sandbox.add_person(VERA, "Вера")
    await former.says("/start")
    await former.sees("Этот аккаунт больше не связан с вашей записью")


@pytest.mark.usefixtures("chair")
async def test_an_organiser_sees_no_invitation_that_is_not_theirs(alliance: Alliance) -> None:
    olga = await alliance.has(3, "Ольга", Role.ORGANISER)
    await alliance.knows(6, "Глеб")

    def block(tx: Stores) -> None:
        for one in (VERA, TelegramId(6)):
            found = tx.members.by_telegram(one)
            assert found is not None
            tx.members.save_reachable(found.id, alliance.clock.now(), reachable=False)

    await alliance.database.write(block)
    await olga.says("/manage")
    page = await olga.sees("Впереди пока ничего нет")
    await olga.forges(BlockedButton().pack(), page["message_id"])

    listed = await olga.sees("Глеб")

    labels = [one["text"] for row in listed["reply_markup"]["inline_keyboard"] for one in row]
    assert [label for label in labels if "Ссылка" in label] == ["🔗 Ссылка: Глеб"]
    forged = await olga.forges("invite:2", page["message_id"])
    assert "Ссылку для него даёт администратор" in (forged.text or "")
