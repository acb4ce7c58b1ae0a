"""Refusals of the directory: data only; the locales have the texts."""

from bot.domain.refusals import Refusal


class CardNotYours(Refusal):
    """Only the leader and the delegates of an organisation edit its card."""


class CardChanged(Refusal):
    """A colleague has changed the card since it was opened."""


class FieldsUnknown(Refusal):
    """A field of work is not on the alliance's list any more, or there are more than `most`."""

    most: int


class NobodyToWriteTo(Refusal):
    """Nobody who speaks for the organisation uses the bot."""


class LettersTooMany(Refusal):
    """The person has written `most` letters within a day."""

    most: int


class LetterGone(Refusal):
    """The letter that is answered was deleted, or was to somebody else."""
