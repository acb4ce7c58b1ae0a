"""The exchange in the story: chairs are offered, two want them, and one gets them."""

from collections.abc import Iterable

from bot.demo.actors import Actor, NotSeen
from bot.demo.acts import Act
from bot.demo.cast import DemoCast
from bot.domain.exchange.posts import Direction
from bot.domain.people.members import Role

DAYS = 30
GIVER_AND_TWO = 3


class ExchangeChapter(Act):
    """Plays how something is offered, wanted by two, promised to one of them and handed over."""

    async def play(self, cast: DemoCast) -> None:
        """Play from the form to the hand-over."""
        self._open("demo-chapter-exchange")
        giver, first, second = _of_three_organisations(cast.silent)
        await self._offer(giver)
        for one in (first, second):
            await self._respond(one)
        await self._choose(giver, second)
        await self._hear(giver, first, second)
        self._transcript.tell("demo-exchange-chosen")
        await self._hand_over(giver, second)
        self._transcript.tell("demo-exchange-done")

    @property
    def _title(self) -> str:
        return self._stage.t.plain("demo-exchange-title")

    async def _offer(self, giver: Actor) -> None:
        await giver.says("/exchange")
        await giver.taps(giver.label("button-exchange-new"))
        await giver.sees(giver.words("exchange-form-direction"))
        await giver.taps(giver.label("exchange-form-direction-choice", direction=Direction.OFFER))
        await giver.sees(giver.words("exchange-form-kind"))
        await giver.taps(giver.label("exchange-kind", kind="thing"))
        await giver.sees(giver.words("exchange-form-title"))
        await giver.says(self._title)
        await giver.sees(giver.words("exchange-form-text"))
        await giver.says(self._stage.t.plain("demo-exchange-text"))
        await giver.sees(giver.words("exchange-form-fields"))
        await giver.taps(giver.label("exchange-form-for-everybody"))
        await giver.sees(giver.words("exchange-form-place"))
        await giver.says(self._stage.t.plain("demo-exchange-place"))
        await giver.sees(giver.words("exchange-form-days"))
        await giver.taps(giver.label("exchange-form-days-choice", days=DAYS))
        await giver.is_offered(giver.label("exchange-form-publish"))
        await giver.taps(giver.label("exchange-form-publish"))
        await giver.sees(giver.words("exchange-form-published", direction=Direction.OFFER))

    async def _respond(self, actor: Actor) -> None:
        await actor.says("/exchange")
        await actor.taps(self._title)
        await actor.taps(actor.label("button-exchange-respond"))
        asked = actor.words(
            "exchange-respond", title=self._title, direction=Direction.OFFER, name=actor.name
        )
        await actor.sees(asked)
        await actor.says(self._stage.t.plain("demo-exchange-response"))
        await actor.sees(actor.words("exchange-responded", title=self._title))

    async def _choose(self, giver: Actor, chosen: Actor) -> None:
        await giver.sees(chosen.name, self._stage.t.plain("demo-exchange-response"))
        await giver.taps(giver.label("button-exchange-look"))
        await giver.taps(giver.label("button-exchange-choose"))
        await giver.taps(giver.label("button-exchange-choose-sure"))
        await giver.sees(giver.words("exchange-chosen", title=self._title, name=chosen.name))

    async def _hear(self, giver: Actor, first: Actor, second: Actor) -> None:
        for actor, state in ((second, "chosen"), (first, "waiting")):
            told = actor.words(
                "exchange-news-settled",
                state=state,
                title=self._title,
                organisation=giver.figure.organisation.short_name,
                direction=Direction.OFFER,
            )
            await actor.sees(told)

    async def _hand_over(self, giver: Actor, chosen: Actor) -> None:
        await giver.taps(giver.label("button-exchange-open"))
        await giver.taps(giver.label("button-exchange-handed-over"))
        await giver.taps(giver.label("button-exchange-ended-sure", handed=True))
        await giver.sees(giver.words("exchange-handed-over", title=self._title))
        await chosen.sees(self._title, giver.figure.organisation.short_name)


def _of_three_organisations(actors: Iterable[Actor]) -> tuple[Actor, Actor, Actor]:
    """Return three people who lead different organisations."""
    leaders = {
        one.figure.organisation.inn: one
        for one in actors
        if Role.LEADER in one.figure.details.roles
    }
    if len(leaders) < GIVER_AND_TWO:
        raise NotSeen("three leaders", str(len(leaders)))
    giver, first, second, *_ = leaders.values()
    return giver, first, second
