"""Whom people may ask, `[alliance] contact`, where the bot shows it."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from bot.clock import SystemClock
from bot.domain.refusals import NotMember
from handlers.features import MENU
from handlers.pipeline.refusals import words_for
from handlers.ui.refusals import ALERT_LIMIT, refusal_words
from handlers.ui.texts import AllTexts
from handlers.ui.welcome import AllianceInfo, stranger_welcome
from tests.people import a_member

NAMED = AllianceInfo("Альянс", None, 1, "Анна <b> & Ко")
TEXTS = AllTexts("ru", ZoneInfo("Asia/Yekaterinburg"), SystemClock())


@pytest.mark.parametrize("language", ["ru", "en"])
def test_help_and_the_welcome_of_strangers_name_the_contact_escaped(language: str) -> None:
    t = TEXTS.for_language(language)
    for text in (MENU.help(a_member(), NAMED.contact, t), stranger_welcome(NAMED, t)):
        assert "Анна &lt;b&gt; &amp; Ко" in text


@pytest.mark.parametrize("language", ["ru", "en"])
def test_nobody_is_named_where_no_contact_is_configured(language: str) -> None:
    t = TEXTS.for_language(language)
    unnamed = replace(NAMED, contact="")
    asked = t("help-contact", contact="").strip()
    for text in (MENU.help(a_member(), unnamed.contact, t), stranger_welcome(unnamed, t)):
        assert asked not in text


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_stranger_who_is_refused_reads_whom_to_ask_within_an_alert(language: str) -> None:
    t, contact = TEXTS.for_language(language), "Анна Смирнова, @anna_smirnova, +7 912 345-67-89"
    words = words_for(NotMember(), replace(NAMED, contact=contact), t)
    assert words.endswith(contact)
    assert len(words) <= ALERT_LIMIT
    assert words_for(NotMember(), replace(NAMED, contact=""), t) == refusal_words(NotMember(), t)
