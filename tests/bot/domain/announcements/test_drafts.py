"""A draft gathers messages and circles of people; what it becomes says the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.announcements.addressees import (
    EVERYBODY,
    Addressees,
    AllOf,
    AnyOf,
    ByName,
    Circle,
    Except,
    OfCircle,
    OfMunicipalities,
    WithRoles,
)
from bot.domain.announcements.contents import Content, Link, Piece, PieceKind
from bot.domain.announcements.drafts import (
    AnnouncementDraft,
    Bond,
    Part,
    Selection,
    Wording,
    draft_of,
    read_links,
    selection_of,
)
from bot.domain.announcements.refusals import LinkTextMissing
from bot.domain.people.members import MemberId, Role
from bot.domain.refusals import LinkUnreadable

COUNCIL, LEADERS = OfCircle(Circle.COUNCIL), OfCircle(Circle.LEADERS)
REZH = OfMunicipalities(("Реж",))

circles = st.sampled_from(
    [
        *(COUNCIL, LEADERS, REZH, OfMunicipalities(("Ирбит",)), WithRoles((Role.CHAIR,))),
        *(ByName((MemberId(number),)) for number in (1, 2)),
    ]
)
taps = st.lists(st.tuples(st.sampled_from(Bond), circles | st.just(EVERYBODY)), max_size=8)


def a_photo(number: int, album: str | None = None, caption: str = "") -> Part:
    return Part(number, Piece(PieceKind.PHOTO, caption, file=f"file-{number}"), album)


def a_text(number: int, text: str = "Привет") -> Part:
    return Part(number, Piece(PieceKind.TEXT, text))


@given(taps)
def test_a_selection_is_read_back_from_what_it_became(
    chosen: list[tuple[Bond, Addressees]],
) -> None:
    selection = Selection()
    for bond, circle in chosen:
        selection = selection.toggled(bond, circle)
    assert selection_of(selection.addressees).addressees == selection.addressees


@given(taps, st.sampled_from([Bond.AND, Bond.WITHOUT]), circles)
def test_two_taps_on_a_circle_leave_all_as_it_was(
    chosen: list[tuple[Bond, Addressees]], bond: Bond, circle: Addressees
) -> None:
    selection = Selection()
    for each in chosen:
        selection = selection.toggled(*each)
    twice = selection.toggled(bond, circle).toggled(bond, circle)
    assert {*twice.among} == {*selection.among}
    assert {*twice.without} == {*selection.without}


def test_the_first_choice_takes_everybodys_place_and_the_last_one_gives_it_back() -> None:
    one = Selection().toggled(Bond.OR, COUNCIL)
    assert one.addressees == COUNCIL
    assert one.toggled(Bond.OR, COUNCIL).addressees == EVERYBODY
    assert one.toggled(Bond.OR, LEADERS).toggled(Bond.OR, EVERYBODY).addressees == EVERYBODY


def test_or_and_and_except_make_the_expression_they_say() -> None:
    selection = (
        Selection()
        .toggled(Bond.OR, COUNCIL)
        .toggled(Bond.OR, LEADERS)
        .toggled(Bond.AND, REZH)
        .toggled(Bond.WITHOUT, WithRoles((Role.CHAIR,)))
    )
    assert selection.addressees == Except(
        AllOf((AnyOf((COUNCIL, LEADERS)), REZH)), WithRoles((Role.CHAIR,))
    )


@given(st.permutations([1, 2, 3, 4]))
def test_the_files_of_an_album_stand_in_the_order_in_which_they_were_sent(order: list[int]) -> None:
    wording = Wording((a_text(0),))
    for number in order:
        wording = wording.taking(a_photo(number, "album"))
    assert [piece.file for piece in wording.content.pieces] == [f"file-{n}" for n in (1, 2, 3, 4)]


def test_another_message_takes_the_place_of_an_album_and_a_repeated_one_counts_once() -> None:
    wording = Wording().taking(a_photo(1, "a")).taking(a_photo(2, "a")).taking(a_photo(2, "a"))
    assert len(wording.parts) == 2
    assert wording.taking(a_photo(3, "b")).parts == (a_photo(3, "b"),)
    assert wording.taking(a_photo(3)).parts == (a_photo(3),)
    assert wording.taking(a_text(4)).parts == (a_text(4),)


def test_links_stay_when_the_words_change() -> None:
    link = Link("Правила", "https://example.org")
    draft = AnnouncementDraft(number=1).taking("ru", a_text(1)).linked("ru", (link,))
    changed = draft.taking("ru", a_text(2, "Иначе"))
    assert changed.contents == {"ru": Content((Piece(PieceKind.TEXT, "Иначе"),), (link,))}


def test_a_language_with_nothing_but_links_says_nothing() -> None:
    draft = AnnouncementDraft(number=1).linked("en", (Link("Rules", "https://example.org"),))
    assert draft.contents == {}


def test_a_draft_of_a_plan_says_what_the_plan_said() -> None:
    album = AnnouncementDraft(number=1, quietly=True, selection=Selection((COUNCIL,)))
    album = album.taking("ru", a_photo(5, "a", "Подпись")).taking("ru", a_photo(6, "a"))
    assert draft_of(album.plan, 9).plan == album.plan


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Правила — https://example.org/a", [("Правила", "https://example.org/a")]),
        ("Правила конкурса: https://a.org\n\nЗаявка | http://b.org?x=1-2 ", 2),
        ("Сайт https://a.org", [("Сайт", "https://a.org")]),
        ("Из-за дождя - https://a.org", [("Из-за дождя", "https://a.org")]),
        ("", []),
    ],
)
def test_links_are_read_line_by_line(text: str, links: list[tuple[str, str]] | int) -> None:
    found = [(link.text, link.url) for link in read_links(text)]
    assert (len(found) if isinstance(links, int) else found) == links


def test_a_line_without_words_or_without_an_address_is_refused() -> None:
    with pytest.raises(LinkTextMissing):
        read_links("https://example.org")
    with pytest.raises(LinkTextMissing):
        read_links("— https://example.org")
    with pytest.raises(LinkUnreadable):
        read_links("Правила")
