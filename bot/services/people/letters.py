"""The notices of people and organisations."""

from bot.domain.people import affairs
from bot.domain.people.consents import ConsentAsked
from bot.domain.people.group import GroupRemovalDue, GroupTagDue
from bot.domain.people.reachability import ReachabilityChanged
from bot.domain.people.rebindings import AccountConfirmed, AccountRebound
from bot.domain.people.roles import MenuChanged, RolesChanged
from bot.services.notices import NoticeRules, NoticesByKind
from bot.services.people.consents import compose_consent
from bot.services.people.granting import compose_menu, compose_roles
from bot.services.people.group import (
    compose_removal,
    compose_tag,
    give_tag_up,
    note_refused_removal,
    note_tag,
)
from bot.services.people.reachability import compose_digest
from bot.services.people.rebindings import compose_confirmed, compose_rebound
from bot.services.people.telling import (
    compose_colleague_left,
    compose_gone,
    compose_leader,
    compose_membership_ended,
    compose_offer,
)

NOTICES: NoticesByKind = {
    ReachabilityChanged: NoticeRules(compose_digest),
    AccountRebound: NoticeRules(compose_rebound),
    AccountConfirmed: NoticeRules(compose_confirmed, essential=True),
    ConsentAsked: NoticeRules(compose_consent, disturbs=True, essential=True),
    affairs.LeadershipOffered: NoticeRules(compose_offer),
    affairs.LeadershipChanged: NoticeRules(compose_leader),
    affairs.ColleagueLeft: NoticeRules(compose_colleague_left),
    affairs.MembershipEnded: NoticeRules(compose_membership_ended),
    affairs.OrganisationGone: NoticeRules(compose_gone),
    GroupTagDue: NoticeRules(
        compose_tag, sent=note_tag, failed=give_tag_up, unreachable=give_tag_up
    ),
    GroupRemovalDue: NoticeRules(
        compose_removal, failed=note_refused_removal, unreachable=note_refused_removal
    ),
    RolesChanged: NoticeRules(compose_roles),
    MenuChanged: NoticeRules(compose_menu),
}
