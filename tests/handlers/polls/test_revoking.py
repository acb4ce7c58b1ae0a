"""A proxy taken back in the bot: on the ballot by who gave it, on the board by the secretary."""

from datetime import timedelta
from typing import Any

from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from handlers.polls.callbacks.poll_boards import (
    EntrustedButton,
    PollBoardButton,
    StrikeButton,
    StrikeSureButton,
)
from handlers.polls.callbacks.polls import RevokeButton, RevokeSureButton
from sandbox.people import Person
from tests.alliance import Alliance
from tests.keyboards import labels
from tests.voters import GENERAL, SECRET, Voters

SECRETARY, EGOR, ZOYA = MemberId(2), MemberId(5), MemberId(6)


async def entrusted(voters: Voters, **plan: Any) -> tuple[PollId, VoterId]:
    """Open a poll in which Egor has handed the ballot of «Фонд 1» to Zoya."""
    poll, fund = await given(voters, **plan)
    await voters.alliance.services.proxies.confirm(SECRETARY, poll, fund, ZOYA)
    await voters.zoya.sees("Вам доверили голос.")
    await voters.egor.sees(lambda message: labels(message)[:1] == ["Ещё…"])  # no vote is his now
    return poll, fund


async def given(voters: Voters, **plan: Any) -> tuple[PollId, VoterId]:
    """Open a poll in which Egor has given Zoya a proxy, and nobody has seen its paper yet."""
    poll = await voters.opens(**GENERAL, **plan)
    card = await voters.egor.sees("Началось голосование")
    message = MessageRef(voters.egor.id, card["message_id"])
    await voters.alliance.services.ballots.look(EGOR, poll, message)
    fund, now = await voters.organisation(EGOR), voters.alliance.clock.now()
    paper = ("7<8>", now.date(), now + timedelta(days=30), "Голосовать")
    await voters.alliance.services.proxies.give(EGOR, poll, fund, ZOYA, *paper)
    return poll, fund


async def asks(egor: Person) -> None:
    """Go as far as the question whether to revoke."""
    await egor.taps("Ещё…")
    await egor.taps("Отозвать доверенность")
    await egor.sees("Отозвать доверенность №\u00a07<8>?")


async def casts(voters: Voters, poll: PollId, fund: VoterId) -> None:
    """Have Zoya vote for «Фонд 1»."""
    await voters.alliance.services.ballots.cast(ZOYA, poll, fund, "against")


async def revoked(alliance: Alliance, poll: PollId) -> bool:
    (proxy,) = (await alliance.database.read(lambda tx: tx.electorates.of_poll(poll))).proxies
    return proxy.revoked_at is not None


async def test_who_gave_a_proxy_takes_it_back_and_votes(voters: Voters) -> None:
    poll, _ = await entrusted(voters)
    await asks(voters.egor)
    question = await voters.egor.sees("Отозвать доверенность №\u00a07<8>?")
    assert "Сейчас по ней голосует Зоя." in question["text"]
    assert "Голос ещё не подан: после отзыва вы проголосуете сами" in question["text"]
    assert not await revoked(voters.alliance, poll)
    await voters.egor.taps("Да, отозвать")
    await voters.egor.sees("Доверенность отозвана. Голос снова за вами.")

    told = await voters.zoya.sees("Доверенность отозвана: Фонд 1. По ней вы больше не голосуете.")
    assert "Голос, который вы подали" not in told["text"]
    await voters.egor.taps("За")
    await voters.egor.sees("Голос принят: «За»")


async def test_a_named_ballot_stands_and_can_be_changed_by_the_voter(voters: Voters) -> None:
    poll, fund = await entrusted(voters)
    await casts(voters, poll, fund)
    await voters.egor.sees("Голосовал представитель: Зоя.")
    await asks(voters.egor)
    await voters.egor.sees("остаётся в силе. До окончания вы сможете его изменить.")
    await voters.egor.taps("Да, отозвать")
    own = await voters.egor.sees("Поданный голос остаётся в силе, вы можете его изменить.")
    assert "Голос принят: «Против»" in own["text"]
    assert "Изменить голос" in labels(own)
    await voters.zoya.sees("Голос, который вы подали, остаётся в силе.")


async def test_a_secret_ballot_stands_for_good(voters: Voters) -> None:
    poll, fund = await entrusted(voters, **SECRET)
    await casts(voters, poll, fund)
    await voters.alliance.app.worker.drain()
    question = RevokeButton(poll_id=poll, voter_id=fund).pack()
    number = voters.egor.chat()[-1]["message_id"]
    await voters.egor.forges(question, number)
    await voters.egor.sees("Он тайный, поэтому остаётся в силе и изменить его нельзя.")
    await voters.egor.taps("Да, отозвать")
    own = await voters.egor.sees("Поданный голос остаётся в силе.")
    assert "Изменить голос" not in labels(own)


async def test_the_way_back_from_the_question_leaves_no_question(voters: Voters) -> None:
    poll, _ = await entrusted(voters)
    await asks(voters.egor)
    await voters.egor.taps("‹ Назад")
    card = await voters.egor.sees("Голос передан по доверенности")

    assert "Отозвать доверенность №" not in card["text"]
    assert not await revoked(voters.alliance, poll)


async def test_once_a_conflict_is_declared_no_button_offers_the_vote_back(voters: Voters) -> None:
    poll, fund = await entrusted(voters)
    await asks(voters.egor)
    await voters.alliance.services.ballots.recuse(ZOYA, poll, fund)
    await voters.egor.taps("Да, отозвать")
    own = await voters.egor.sees("Доверенность отозвана. Заявлен самоотвод")
    assert "Голос снова за вами" not in own["text"]


async def test_a_yes_to_a_proxy_that_is_gone_or_another_ones_changes_nothing(
    voters: Voters,
) -> None:
    poll, fund = await entrusted(voters)
    number = (await voters.egor.sees("Голос передан по доверенности"))["message_id"]
    for voter, holder in ((fund, 5), (fund, 99), (99, 6), (2, 6)):
        sure = RevokeSureButton(
            poll_id=poll, voter_id=VoterId(voter), holder_id=MemberId(holder)
        ).pack()
        assert (await voters.egor.forges(sure, number)).show_alert, (voter, holder)
    assert not await revoked(voters.alliance, poll)
    sure = RevokeSureButton(poll_id=poll, voter_id=fund, holder_id=ZOYA).pack()
    await voters.egor.forges(sure, number)
    await voters.egor.sees("Голос снова за вами.")
    answer = await voters.egor.forges(sure, number)
    assert "Доверенность №\u00a07<8> отозвана" in (answer.text or "")


async def test_the_secretary_writes_a_revocation_down_on_the_board(voters: Voters) -> None:
    poll, fund = await entrusted(voters)
    await casts(voters, poll, fund)
    await voters.boris.says("/polls")
    listed = await voters.boris.sees("Голосования.")
    await voters.boris.forges(PollBoardButton(poll_id=poll).pack(), listed["message_id"])
    await voters.boris.sees(lambda message: "📜 Доверенности: 1" in labels(message))
    await voters.boris.taps("📜 Доверенности: 1")
    shown = await voters.boris.sees("Доверенности в силе: 1")
    assert "Фонд 1 · ✅ голос подан\nГолосует Зоя, доверенность №\u00a07<8> от" in shown["text"]
    await voters.boris.taps("↩️ Отозвать: Фонд 1")
    question = await voters.boris.sees("Записать отзыв доверенности №\u00a07<8>?")
    assert "Голос уже подан и остаётся в силе." in question["text"]
    await voters.boris.taps("Да, записать отзыв")

    await voters.boris.sees(lambda message: "📜 Доверенности: 1" not in labels(message))
    assert await revoked(voters.alliance, poll)
    await voters.zoya.sees("Доверенность отозвана: Фонд 1.")


async def test_the_boards_buttons_do_nothing_for_who_does_not_preside(voters: Voters) -> None:
    poll, fund = await entrusted(voters)
    number = (await voters.egor.sees("Голос передан по доверенности"))["message_id"]
    for data in (
        EntrustedButton(poll_id=poll),
        StrikeButton(poll_id=poll, voter_id=fund),
        StrikeSureButton(poll_id=poll, voter_id=fund, holder_id=ZOYA),
    ):
        answer = await voters.egor.forges(data.pack(), number)
        assert "председатель и секретарь" in (answer.text or "")
    assert not await revoked(voters.alliance, poll)


async def test_the_principal_of_a_proxy_declares_a_conflict_of_their_own(voters: Voters) -> None:
    poll, fund = await entrusted(voters)
    await voters.egor.sees("Голос передан по доверенности")
    await voters.egor.taps("Ещё…")
    await voters.egor.sees(lambda message: "Заявить самоотвод" in labels(message))
    await voters.egor.taps("Заявить самоотвод")
    await voters.egor.sees("После этого доверенное лицо за вас не проголосует.")
    await voters.egor.taps("Да, заявить самоотвод")
    await voters.egor.sees("Заявлен самоотвод")

    recused = await voters.alliance.database.read(lambda tx: tx.electorates.of_poll(poll).recused)
    assert recused == {fund}


async def test_the_board_says_for_whom_nobody_is_left_to_vote(voters: Voters) -> None:
    poll = await voters.opens(**GENERAL)
    await voters.boris.says("/polls")
    listed = await voters.boris.sees("Голосования.")
    await voters.boris.forges(PollBoardButton(poll_id=poll).pack(), listed["message_id"])
    await voters.boris.sees("Ещё не проголосовали: 2")
    await voters.alliance.services.members.erase(EGOR)

    board = await voters.boris.sees("голосовать некому: Фонд 1. Поможет доверенность")
    assert board["message_id"] == listed["message_id"]
    await voters.boris.taps("Кто не голосовал")
    page = await voters.boris.sees("За отмеченных голосовать некому")
    assert "🚫 Фонд 1: голосовать некому" in page["text"]
    assert "выдать доверенность новому руководителю" in page["text"]


async def test_of_a_holder_who_left_nobody_says_that_they_were_told(voters: Voters) -> None:
    poll, _ = await entrusted(voters)
    await asks(voters.egor)
    await voters.alliance.services.members.erase(ZOYA)
    await voters.boris.says("/polls")
    listed = await voters.boris.sees("Голосования.")
    await voters.boris.forges(PollBoardButton(poll_id=poll).pack(), listed["message_id"])
    board = await voters.boris.sees("голосовать некому: Фонд 1; Фонд 2")
    await voters.egor.taps("Да, отозвать")
    own = await voters.egor.sees("Доверенность отозвана. Голос снова за вами.")

    assert "Если прежняя ещё в силе, сначала запишите её отзыв" in board["text"]
    assert "Доверенному лицу" not in own["text"]
    assert await revoked(voters.alliance, poll)


async def test_of_a_proxy_whose_paper_nobody_saw_it_says_that_the_holder_never_knew(
    voters: Voters,
) -> None:
    poll, _ = await given(voters)
    await asks(voters.egor)
    question = await voters.egor.sees("Доверенное лицо о ней ещё не знает")
    assert "напишем" not in question["text"]
    await voters.egor.taps("Да, отозвать")

    own = await voters.egor.sees("Доверенность отозвана.")

    assert "Доверенному лицу" not in own["text"]
    assert await revoked(voters.alliance, poll)
    await voters.alliance.stands_still()
    assert not any("оверенн" in message["text"] for message in voters.zoya.chat())
