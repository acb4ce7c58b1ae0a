"""Each person's own choice of which news of bookings they get."""

from bot.domain.people.members import Member, MemberId
from bot.domain.rooms.news import RoomNews, RoomNewsSettings
from bot.ports import Transaction
from bot.services.access import require_insider
from bot.services.transactions import RuledService, reading, transaction


class RoomNewsChoices(RuledService):
    """A person's own settings."""

    @reading
    def chosen(self, tx: Transaction, actor: MemberId) -> RoomNewsSettings:
        """Return what a person can choose, and what they get."""
        return _settings(tx, require_insider(tx, actor, self._rules))

    @transaction
    def choose(
        self, tx: Transaction, actor: MemberId, news: RoomNews, *, wanted: bool
    ) -> RoomNewsSettings:
        """Turn news on or off."""
        member = require_insider(tx, actor, self._rules)
        unwanted = tx.room_news.unwanted(member.id)
        tx.room_news.save_unwanted(member.id, unwanted - {news} if wanted else unwanted | {news})
        return _settings(tx, member)


def _settings(tx: Transaction, member: Member) -> RoomNewsSettings:
    keeps = member.is_organiser or any(one.is_kept_by(member) for one in tx.resources.all())
    offered = tuple(one for one in RoomNews if keeps or not one.is_for_keepers)
    return RoomNewsSettings(offered, frozenset(RoomNews) - tx.room_news.unwanted(member.id))
