"""Which personal data are deleted when they are old."""

from bot.domain.due_times import DueKind


class RetentionDue(DueKind):
    """Kinds of data with a period of their own. The value is stored."""

    APPLICATIONS = "retention_applications"
    GUESTS = "retention_guests"
    GUEST_NAMES = "retention_guest_names"
    ARRIVALS = "retention_arrivals"
    MESSAGES = "retention_messages"
    LETTERS = "retention_letters"
    BOOKINGS = "retention_bookings"
    NOTICES = "retention_notices"
    DRAFTS = "retention_drafts"
    AUDIT = "retention_audit"

    @property
    def period(self) -> str:
        """The key of its period in the section `privacy` of the configuration."""
        return self.removeprefix("retention_")
