"""What is said of the exchange."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.exchange.notices import (
    ChoiceLost,
    ExchangeDigestDue,
    ExchangeWritten,
    PostAnswered,
    PostExpires,
    PostMatched,
    PostModerated,
    PostTakenDown,
    ResponseSettled,
)
from bot.domain.exchange.posts import Direction, PostId, PostKind, PostPlan, PostState
from bot.domain.exchange.responses import ResponseId, ResponseState
from bot.domain.people.members import MemberId, OrganisationId
from storage.stores import Stores
from tests.samples.people import ANNA, BORIS, CENTRE, DAY, DINA, GLEB, HOME, NOW, VERA, Sample

CHAIRS = PostPlan(
    Direction.OFFER,
    PostKind.THING,
    "Десять <стульев>",
    "Крепкие, забирать самим",
    ("Спорт",),
    "ул. Мира, 5",
    30,
    ("photo-1", "photo-2"),
)
HANDS = PostPlan(Direction.NEED, PostKind.VOLUNTEERS, "Пятеро на субботник")


class _Made:
    """Writes posts and responses into a database, as they come about over weeks."""

    def __init__(self, tx: Stores) -> None:
        self._tx = tx
        self._drafts = 0

    def post(
        self, house: OrganisationId, author: MemberId, plan: PostPlan, left: timedelta = 30 * DAY
    ) -> PostId:
        self._drafts += 1
        expires_at = None if plan.days is None else NOW + left
        return self._tx.exchange_posts.add(
            house, author, plan, expires_at, NOW - DAY, f"sample:{self._drafts}"
        )

    def response(
        self,
        post: PostId,
        house: OrganisationId,
        member: MemberId,
        state: ResponseState = ResponseState.WAITING,
    ) -> ResponseId:
        added = self._tx.exchange_responses.add(post, house, member, "Возьмём <все>", NOW)
        self._tx.exchange_responses.save_state(added, state, NOW)
        return added


def of_exchange(tx: Stores) -> list[Sample]:
    made = _Made(tx)
    own = made.post(HOME, ANNA, CHAIRS)
    answered = made.response(own, CENTRE, DINA)
    message = tx.exchange_responses.add_message(answered, DINA, "Когда <заехать>?", NOW)
    ending, over = (made.post(HOME, ANNA, CHAIRS, left) for left in (DAY, -DAY))
    hidden = made.post(HOME, ANNA, CHAIRS)
    hidden_ending, hidden_over = (made.post(HOME, ANNA, CHAIRS, left) for left in (DAY, -DAY))
    for one in (hidden, hidden_ending, hidden_over):
        tx.exchange_posts.save_hidden(one, "Это <реклама>")
    made.post(CENTRE, DINA, replace(CHAIRS, fields=()))
    listed = made.post(CENTRE, DINA, HANDS)
    tx.exchange_readers.save_digest(GLEB, NOW - 7 * DAY)
    return [
        Sample(PostAnswered(answered), ANNA),
        Sample(ExchangeWritten(message), ANNA),
        Sample(ChoiceLost(own), ANNA),
        Sample(PostExpires(ending, NOW + DAY), ANNA, note="soon"),
        Sample(PostExpires(over, NOW - DAY), ANNA, note="over"),
        Sample(PostModerated(hidden, hidden=True), ANNA, note="hidden"),
        Sample(PostExpires(hidden_ending, NOW + DAY), ANNA, note="hidden-soon"),
        Sample(PostExpires(hidden_over, NOW - DAY), ANNA, note="hidden-over"),
        Sample(PostModerated(own, hidden=False), ANNA, note="shown"),
        Sample(PostModerated(over, hidden=False), ANNA, note="shown-over"),
        Sample(PostTakenDown(own, HOME), BORIS),
        Sample(PostTakenDown(PostId(999), CENTRE), BORIS, note="deleted"),
        Sample(PostMatched(listed), BORIS),
        Sample(ExchangeDigestDue(NOW - 7 * DAY, NOW), GLEB),
        *_settled(tx, made),
    ]


def _settled(tx: Stores, made: _Made) -> list[Sample]:
    promised, needed, done, lost = (
        made.post(CENTRE, DINA, plan) for plan in (CHAIRS, HANDS, CHAIRS, CHAIRS)
    )
    chosen = made.response(promised, HOME, BORIS, ResponseState.CHOSEN)
    passed_over = made.response(promised, HOME, VERA)
    helping = made.response(needed, HOME, BORIS, ResponseState.CHOSEN)
    received = made.response(done, HOME, BORIS, ResponseState.RECEIVED)
    missed = made.response(lost, HOME, BORIS, ResponseState.MISSED)
    tx.exchange_posts.save_ended(done, PostState.DONE, NOW)
    return [
        Sample(ResponseSettled(chosen, ResponseState.CHOSEN), BORIS, note="chosen"),
        Sample(ResponseSettled(helping, ResponseState.CHOSEN), BORIS, note="help chosen"),
        Sample(ResponseSettled(passed_over, ResponseState.WAITING), VERA, note="passed over"),
        Sample(ResponseSettled(received, ResponseState.RECEIVED), BORIS, note="received"),
        Sample(ResponseSettled(missed, ResponseState.MISSED), BORIS, note="missed"),
    ]
