import pytest

from bot.domain.mailings import Halt, MailingId, Occasion, Report


def under_way(occasion: Occasion, *, sent: int = 1, halt: Halt | None = None) -> Report:
    return Report(MailingId(1), occasion, "Бюджет", 2, sent, 0, 0, 0, 0, 0, halt=halt)


@pytest.mark.parametrize("occasion", Occasion)
def test_nobody_holds_up_ballots_and_outcomes_of_votes(occasion: Occasion) -> None:
    of_votes = {Occasion.BALLOTS, Occasion.OUTCOME}
    assert under_way(occasion).can_be_halted is (occasion not in of_votes)


@pytest.mark.parametrize(
    ("sent", "halt", "can_be"), [(1, Halt.PAUSED, True), (1, Halt.STOPPED, False), (2, None, False)]
)
def test_a_mailing_that_is_over_is_not_held_up(sent: int, halt: Halt | None, can_be: bool) -> None:
    assert under_way(Occasion.ANNOUNCEMENT, sent=sent, halt=halt).can_be_halted is can_be
