"""Cards as pictures, whatever stands on them."""

import io

import pytest
from PIL import Image

from bot.documents.blocks import CardPicture
from bot.documents.directory import card_picture
from bot.documents.rendering import draw
from bot.domain.directory.cards import Card, CardDetails, ContactKind
from bot.domain.people.members import Organisation, OrganisationId
from tests.bot.documents.papers import HOSTILE

EMAIL = (ContactKind.EMAIL, "dom@example.org")
HOUSE = Card(
    Organisation(OrganisationId(1), "АНО «Дом у реки»", "Дом", "6671000017", None, "Лесной", None),
    "Анна Орлова",
    CardDetails("Учим детей плавать", ("Спорт", "Дети"), "https://dom.example.org", "", (EMAIL,)),
)
BLUE = (0x0B, 0x4F, 0x8A)


def seen(card: CardPicture) -> Image.Image:
    return Image.open(io.BytesIO(draw(card))).convert("RGB")


def test_a_card_as_a_picture_has_what_is_public_and_no_leader() -> None:
    card = card_picture(HOUSE, "Альянс", str)
    assert card == CardPicture(
        "Альянс",
        "Дом",
        "АНО «Дом у реки»",
        "Учим детей плавать",
        (
            ("place", "Лесной"),
            ("fields", "Спорт, Дети"),
            ("site", "https://dom.example.org"),
            ("email", "dom@example.org"),
            ("inn", "6671000017"),
        ),
    )
    picture = seen(card)
    assert picture.width == 1280
    assert 400 < picture.height < 800
    assert picture.getpixel((640, 10)) == BLUE


@pytest.mark.parametrize(
    "text", [*HOSTILE, "$\\frac{$", "🎄 汉字 \u202eשלום\u200b", "Ы" * 10_000, "д о " * 3000, ""]
)
def test_long_and_hostile_texts_stay_on_the_picture(text: str) -> None:
    picture = seen(CardPicture(text, text, text, text, ((text, text),) * 6))
    assert picture.width == 1280
    assert picture.height < 2000
    below = picture.crop((1280 - 10, 60, 1280, picture.height))
    assert below.getextrema() == ((255, 255),) * 3, "nothing reaches the right edge"
