"""A poll's rules in plain words: «Из 9 голосов нужно 5 «за»; кворум — 5»."""

from bot.domain.polls.majorities import Base
from bot.domain.polls.plans import Mode, PollKind, PollPlan
from bot.domain.polls.tallies import Explanation
from handlers.ui.lengths import clipped
from handlers.ui.texts import Markup, Texts

CLAUSE_LENGTH = 100


def rule_words(plan: PollPlan, explained: Explanation, t: Texts) -> Markup:
    """Return what a poll needs to be decided, of so many voters, and where that comes from."""
    whole = t(
        "poll-rule",
        kind=plan.kind,
        entitled=explained.entitled,
        votes=explained.votes,
        quorum=explained.quorum,
    )
    sentences = [whole, _fewer(explained, t), _abstaining(plan, explained, t)]
    return Markup(" ".join(filter(None, sentences)) + "\n" + clauses(plan, t))


def clauses(plan: PollPlan, t: Texts) -> str:
    """Return where the rules come from, each clause once."""
    rules = plan.rules
    competence = (rules.competence,) if plan.is_exclusive and rules.competence else ()
    remote = (rules.remote,) if plan.mode is Mode.REMOTE and rules.remote else ()
    said = dict.fromkeys((rules.quorum.clause, rules.majority.clause, *competence, *remote))
    named = "; ".join(clipped(clause, CLAUSE_LENGTH) for clause in said)
    return t("poll-clauses", clauses=named)


def _fewer(explained: Explanation, t: Texts) -> str:
    """Return how the threshold sinks when not everybody votes, if it does."""
    if explained.votes_at_quorum == explained.votes:
        return ""
    return t("poll-rule-fewer", quorum=explained.quorum, votes=explained.votes_at_quorum)


def _abstaining(plan: PollPlan, explained: Explanation, t: Texts) -> str:
    """Return what abstaining comes to; in an election nobody abstains."""
    if plan.kind is not PollKind.ELECTION:
        return t("poll-rule-abstaining", base=explained.base)
    return t("poll-rule-absent") if explained.base is Base.ENTITLED else ""
