"""What is for administrators only."""

from bot.domain.people.members import Member
from handlers.ui.routes import Data


def require_administrator(data: Data) -> None:
    """Refuse anybody else, as the database has their roles at this update."""
    member: Member = data["member"]
    member.require_administrator()
