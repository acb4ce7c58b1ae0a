"""Texts of a poll's rules: «Из 9 голосов нужно 5 «за»; кворум — 5»."""

from bot.domain.polls.majorities import Base
from bot.domain.polls.plans import Mode, PollKind, PollPlan
from bot.domain.polls.polls import Poll
from bot.domain.polls.tallies import Explanation
from handlers.ui.lengths import clipped, length
from handlers.ui.texts import Markup, Texts

CLAUSE_LENGTH = 100


def question_words(poll: Poll, t: Texts, room: int) -> Markup:
    """Return the question, cut to so many characters, and whether this is a second round."""
    second = poll.run_off_of is not None
    rest = length(t("poll-question", question="", round=second))
    asked = clipped(poll.question, max(1, room - rest))
    return Markup(t("poll-question", question=asked, round=second))


def named(poll: Poll, t: Texts) -> str:
    """Return the question as plain text, marked as a second round if it is one."""
    return titled(poll.question, t, second=poll.run_off_of is not None)


def titled(question: str, t: Texts, *, second: bool) -> str:
    """Return the question, marked as a second round if it is one."""
    return t.plain("poll-round", question=question) if second else question


def rule_words(plan: PollPlan, explained: Explanation, t: Texts) -> Markup:
    """Return how many votes a poll needs, with so many voters, and the clauses."""
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
    """Return the clauses of the rules, each once."""
    rules = plan.rules
    competence = (rules.competence,) if plan.is_exclusive and rules.competence else ()
    remote = (rules.remote,) if plan.mode is Mode.REMOTE and rules.remote else ()
    said = dict.fromkeys((rules.quorum.clause, rules.majority.clause, *competence, *remote))
    named = "; ".join(clipped(clause, CLAUSE_LENGTH) for clause in said)
    return t("poll-clauses", clauses=named)


def _fewer(explained: Explanation, t: Texts) -> str:
    """Return how the threshold decreases when not everybody votes, if it does."""
    if explained.votes_at_quorum == explained.votes:
        return ""
    return t("poll-rule-fewer", quorum=explained.quorum, votes=explained.votes_at_quorum)


def _abstaining(plan: PollPlan, explained: Explanation, t: Texts) -> str:
    """Return the effect of abstaining; empty in an election, where nobody abstains."""
    if plan.kind is not PollKind.ELECTION:
        return t("poll-rule-abstaining", base=explained.base)
    return t("poll-rule-absent") if explained.base is Base.ENTITLED else ""
