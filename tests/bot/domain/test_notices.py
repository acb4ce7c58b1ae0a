import pytest

from bot.domain.notices import SUBJECTS, MailingProgressed, Subject


def test_a_subject_is_found_by_its_kind_and_knows_it() -> None:
    assert SUBJECTS["mailing.progressed"] is MailingProgressed
    assert MailingProgressed.kind == "mailing.progressed"


def test_two_subjects_cannot_have_one_kind() -> None:
    with pytest.raises(TypeError, match=r"are both 'mailing\.progressed'"):

        class Another(Subject, kind="mailing.progressed"):
            """A subject with a kind that is taken."""


def test_a_base_of_subjects_has_no_kind() -> None:
    before = dict(SUBJECTS)

    class Base(Subject):
        """What several subjects have in common."""

        number: int

    assert before == SUBJECTS
    assert not hasattr(Base(1), "kind")
