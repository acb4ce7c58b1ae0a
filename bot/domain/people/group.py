"""The alliance's group: who may join it, the tags of its people, and those who no longer belong."""

import unicodedata
from dataclasses import dataclass

from bot.domain.letters import LetterContent
from bot.domain.notices import Subject
from bot.domain.people.members import Member, MemberId, TelegramId

TAG_LIMIT = 16
"""Characters of a tag, and no emoji (Bot API, setChatMemberTag)."""
SYMBOLS = frozenset({"So", "Sk", "Cs", "Co", "Cn", "Cf", "Cc"})
"""Categories of characters that no tag has: emoji and what is invisible."""


@dataclass(frozen=True, slots=True)
class GroupPerson:
    """Whether a person was last seen in the group, and the tag that they were given there."""

    member: MemberId
    present: bool
    tag: str = ""


def belongs(member: Member | None) -> bool:
    """Tell whether somebody may be in the alliance's group: its people, no guests from outside."""
    return member is not None and member.has_joined and not member.guest


def tag_of(member: Member) -> str:
    """Return the tag of a person: the short name of their organisation, empty without one."""
    if not belongs(member) or member.organisation_name is None:
        return ""
    plain = (one for one in member.organisation_name if unicodedata.category(one) not in SYMBOLS)
    name = " ".join("".join(plain).split())
    return name if len(name) <= TAG_LIMIT else name[: TAG_LIMIT - 1].rstrip() + "…"


class GroupTagDue(Subject, kind="people.group_tag"):
    """A person's tag in the group is to be set."""

    member: MemberId


class GroupRemovalDue(Subject, kind="people.group_removal"):
    """A person who no longer belongs to the alliance is to be removed from its group."""

    member: MemberId


class TagLetter(LetterContent):
    """The tag to set."""

    account: TelegramId
    tag: str


class RemovalLetter(LetterContent):
    """The account to remove."""

    account: TelegramId
