"""The notices of people and organisations."""

from bot.domain.people.consents import ConsentAsked
from bot.domain.people.reachability import ReachabilityChanged
from bot.domain.people.rebindings import AccountConfirmed, AccountRebound
from bot.domain.people.roles import MenuChanged, RolesChanged
from bot.services.notices import NoticeRules, NoticesByKind
from bot.services.people.consents import compose_consent
from bot.services.people.granting import compose_menu, compose_roles
from bot.services.people.reachability import compose_digest
from bot.services.people.rebindings import compose_confirmed, compose_rebound

NOTICES: NoticesByKind = {
    ReachabilityChanged: NoticeRules(compose_digest),
    AccountRebound: NoticeRules(compose_rebound),
    AccountConfirmed: NoticeRules(compose_confirmed, essential=True),
    ConsentAsked: NoticeRules(compose_consent, disturbs=True, essential=True),
    RolesChanged: NoticeRules(compose_roles),
    MenuChanged: NoticeRules(compose_menu),
}
