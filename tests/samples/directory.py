"""What is said of the directory."""

from datetime import timedelta

from bot.domain.directory.cards import CardDetails, ContactKind
from bot.domain.directory.letters import CardToConfirm, LetterSent
from storage.stores import Stores
from tests.samples.people import ANNA, BORIS, CENTRE, DINA, HOME, NOW, Sample

DETAILS = CardDetails(
    about="Учим <детей> плавать",
    fields=("Дети и семья", "Спорт"),
    site="https://dom.example.org",
    contacts=((ContactKind.PHONE, "+73433711234"), (ContactKind.EMAIL, "dom@example.org")),
)


def of_directory(tx: Stores) -> list[Sample]:
    tx.organisations.save_leader(HOME, ANNA)
    tx.directory.save(HOME, DETAILS, ANNA, NOW - timedelta(days=366))
    letter = tx.directory_letters.add(HOME, DINA, None, "Дадите <мяч>?", NOW)
    answer = tx.directory_letters.add(CENTRE, ANNA, BORIS, "Дадим", NOW)
    return [
        Sample(LetterSent(letter), ANNA),
        Sample(LetterSent(answer), BORIS, note="answer"),
        Sample(CardToConfirm(HOME), ANNA),
    ]
