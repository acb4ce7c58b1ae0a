"""Anyone who votes does so by a document, and the minutes name it."""

from dataclasses import replace

import pytest

from bot.domain.minutes.authorities import OTHERS, read_authorities, require_authorities
from bot.domain.minutes.participants import Authority, Hand
from bot.domain.minutes.refusals import AuthorityMissing, AuthorityTooLong, AuthorityUnreadable
from tests.halls import refused
from tests.protocols import by, council, general_meeting


def test_one_document_is_of_everybody_and_a_name_before_a_colon_has_its_own() -> None:
    assert read_authorities(" протокол  № 3: об избрании\n\nМария Орлова: решение № 2") == {
        OTHERS: "протокол № 3: об избрании",
        "мария орлова": "решение № 2",
    }


@pytest.mark.parametrize("text", ["", " \n ", "протокол № 3\nпротокол № 4"])
def test_two_documents_of_one_person_are_refused(text: str) -> None:
    with refused(AuthorityUnreadable):
        read_authorities(text)


def test_a_document_fits_into_the_table() -> None:
    with refused(AuthorityTooLong):
        read_authorities("я" * 301)


@pytest.mark.parametrize(
    "authority", [Authority.COUNCIL_MEMBER, Authority.DELEGATE, Authority.REPRESENTATIVE]
)
def test_minutes_are_refused_while_somebody_votes_without_a_document(authority: Authority) -> None:
    first, *others = council().participants
    require_authorities([first, *others])
    bare = replace(first, castings=by(Hand("Аверина М. С.", authority)))
    with pytest.raises(AuthorityMissing) as caught:
        require_authorities([bare, *others])
    assert caught.value == AuthorityMissing("Аверина М. С.", 0)


def test_leaders_and_holders_of_proxies_need_no_other_document() -> None:
    require_authorities(general_meeting().participants)
    leader = Hand("Глава", Authority.LEADER)
    require_authorities([replace(general_meeting().participants[0], castings=by(leader))])


def test_of_many_without_a_document_the_first_are_named() -> None:
    bare = [
        replace(one, castings=by(Hand(f"Делегат {one.voter}", Authority.DELEGATE)))
        for one in general_meeting().participants[:9]
    ]
    with pytest.raises(AuthorityMissing) as caught:
        require_authorities(bare)
    assert caught.value.more == 4
