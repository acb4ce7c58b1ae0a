"""What pages say of a refusal."""

import pytest

from bot.domain.people.members import LANGUAGES
from bot.domain.polls.refusals import PollNotFound, TieSettled
from bot.domain.refusals import ButtonTooOld, Refusal
from handlers.ui.refusals import refusal_words
from handlers.web.wording import page_words
from tests.wording import texts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("refusal", [ButtonTooOld(), TieSettled()])
def test_a_page_sends_nobody_to_a_command_of_the_bot(refusal: Refusal, language: str) -> None:
    assert "/" in refusal_words(refusal, texts(language))
    assert "/" not in page_words(refusal, texts(language))


def test_what_has_no_words_of_its_own_on_a_page_has_those_of_the_bot() -> None:
    assert page_words(PollNotFound(), texts("ru")) == refusal_words(PollNotFound(), texts("ru"))
